public import EllipticCurves

/// A circuit with hidden instance wires, as everybody knows it: what registrations and commitments refer to.
public struct CommittedCircuit<Curve: PairingCurve>: Hashable, Sendable {
    public let key: VerifyingKey<Curve>
    public let wires: HiddenWires
    /// SHA-256 of the circuit's .r1cs file.
    public let circuitHash: Fingerprint
    /// The integers that the known instance wires may be; nil where any field element will do.
    public let knownRanges: PublicInputRanges?
    /// The integers that the public input may be, one for each of its values: [0, 2^p) for pixels of p bits. The
    /// input has no wires. Empty where there is no public input.
    public let inputRanges: PublicInputRanges
    /// SHA-256 of the canonical bytes of the key, with the roles of its points and the ranges.
    public let keyHash: Fingerprint

    /// - Throws: `RegistrationError` if numbers of wires, points and ranges differ.
    public init(
        key: VerifyingKey<Curve>, wires: HiddenWires, circuitHash: Fingerprint,
        knownRanges: PublicInputRanges? = nil, inputRanges: PublicInputRanges
    ) throws(RegistrationError) {
        guard wires.instanceCount == key.publicCount else { throw RegistrationError(.sizesDiffer, "wires") }
        if let knownRanges, knownRanges.count != wires.known.count {
            throw RegistrationError(.sizesDiffer, "knownRanges")
        }
        self.key = key
        self.wires = wires
        self.circuitHash = circuitHash
        self.knownRanges = knownRanges
        self.inputRanges = inputRanges
        keyHash = Self.hash(key, wires, knownRanges, inputRanges)
    }

    /// The number of values of the public input.
    public var inputCount: Int { inputRanges.count }

    /// The key's points of some instance wires.
    func points(_ wires: [Int]) -> [AffinePoint<Curve.G1>] { wires.map { key.inputPoints[$0] } }

    private static func hash(
        _ key: VerifyingKey<Curve>, _ wires: HiddenWires, _ knownRanges: PublicInputRanges?,
        _ inputRanges: PublicInputRanges
    ) -> Fingerprint {
        var items = CanonicalItems(tag: "espalier.key.v1")
        items.append(text: Curve.G1.name)
        items.append(points: [key.alpha1])
        items.append(points: [key.beta2, key.gamma2, key.delta2])
        items.append(points: key.inputPoints)
        items.append(bytes: wires.roles.map(\.rawValue))
        items.append(bytes: knownRanges.map { CanonicalItems.encoding(of: $0) } ?? [])
        items.append(bytes: CanonicalItems.encoding(of: inputRanges))
        return Fingerprint(hashing: items.bytes)
    }
}
