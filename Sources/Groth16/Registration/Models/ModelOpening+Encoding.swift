public import ConstraintSystem
import FiniteFields

/// "espalier.opening.v1", then: the field's p as its words; how many weights each input has, and the accumulator
/// of each weight, as eight bytes each, least significant first; weights; biases; committed values; blinding.
extension ModelOpening {
    /// The canonical bytes, as secret as the opening.
    public var encoded: SecretBuffer<UInt8> {
        let counts = zip(starts, starts.dropFirst()).map { $1 - $0 }
        let header = Self.header(counts: counts, accumulators: accumulators)
        let sizes = [weights.count, biases.count, committed.count, blinding.count]
        let size = sizes.reduce(header.count) { $0 + 8 + $1 * F.byteCount }
        var bytes = SecretBuffer<UInt8>(repeating: 0, count: size)
        for (index, byte) in header.enumerated() { bytes[index] = byte }
        var end = header.count
        weights.append(to: &bytes, &end)
        biases.append(to: &bytes, &end)
        committed.append(to: &bytes, &end)
        blinding.append(to: &bytes, &end)
        return bytes
    }

    /// Returns the opening of canonical bytes.
    ///
    /// - Throws: `RegistrationError(.malformed, _)`, naming the item.
    @specialized(where F == BN254Fields.Scalar, Bytes == UnsafeBufferPointer<UInt8>)
    @specialized(where F == BLS12381Fields.Scalar, Bytes == UnsafeBufferPointer<UInt8>)
    public init<Bytes: RandomAccessCollection<UInt8>>(decoding bytes: Bytes) throws(RegistrationError) {
        var items = try CanonicalItemReader(bytes, tag: Self.tag)
        guard try items.item("field").elementsEqual(Self.fieldName) else {
            throw RegistrationError(.malformed, "field")
        }
        let counts = try items.integers("counts")
        let accumulators = try items.integers("accumulators")
        let weights = try items.secrets(in: F.self, "weights")
        let biases = try items.secrets(in: F.self, "biases")
        let committed = try items.secrets(in: F.self, "committed")
        let blinding = try items.secrets(in: F.self, "blinding")
        try items.requireEnd()

        var starts = [0]
        for count in counts {
            guard count <= accumulators.count - starts[starts.count - 1] else {
                throw RegistrationError(.malformed, "counts[\(starts.count - 1)]")
            }
            let column = accumulators[starts[starts.count - 1]...].prefix(count)
            guard column.allSatisfy({ $0 < biases.count }), zip(column, column.dropFirst()).allSatisfy(<)
            else {
                throw RegistrationError(.malformed, "accumulators of input \(starts.count - 1)")
            }
            starts.append(column.endIndex)
        }
        guard starts[starts.count - 1] == accumulators.count, weights.count == accumulators.count,
            blinding.count == counts.count + 1
        else { throw RegistrationError(.malformed, "sizes") }
        self.init(
            starts: starts, accumulators: accumulators, weights: weights, biases: biases,
            committed: committed, blinding: blinding)
    }

    private static var tag: String { "espalier.opening.v1" }
    private static var fieldName: [UInt8] { F.modulusWords.flatMap(\.littleEndianBytes) }

    private static func header(counts: [Int], accumulators: [Int]) -> [UInt8] {
        var items = CanonicalItems(tag: tag)
        items.append(bytes: fieldName)
        items.append(bytes: counts.flatMap(\.littleEndianBytes))
        items.append(bytes: accumulators.flatMap(\.littleEndianBytes))
        return items.bytes
    }
}
