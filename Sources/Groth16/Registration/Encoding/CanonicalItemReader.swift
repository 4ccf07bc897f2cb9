import ConstraintSystem
import EllipticCurves
import FiniteFields

/// Takes apart what `CanonicalItems` put together; of untrusted bytes.
///
/// Lengths are compared with the bytes that are there before anything is allocated.
struct CanonicalItemReader<Bytes: RandomAccessCollection<UInt8>> {
    private var rest: Bytes.SubSequence

    init(_ bytes: Bytes, tag: String) throws(RegistrationError) {
        rest = bytes[...]
        guard try item("tag").elementsEqual(tag.utf8) else { throw RegistrationError(.malformed, "tag") }
    }

    mutating func item(_ path: String) throws(RegistrationError) -> Bytes.SubSequence {
        guard rest.count >= 8 else { throw RegistrationError(.malformed, path) }
        var length: UInt64 = 0
        for byte in rest.prefix(8).reversed() { length = length << 8 | UInt64(byte) }
        rest = rest.dropFirst(8)
        guard length <= UInt64(rest.count) else { throw RegistrationError(.malformed, path) }
        defer { rest = rest.dropFirst(Int(length)) }
        return rest.prefix(Int(length))
    }

    mutating func text(_ path: String) throws(RegistrationError) -> String {
        guard let text = String(validating: try item(path), as: UTF8.self) else {
            throw RegistrationError(.malformed, path)
        }
        return text
    }

    mutating func fingerprint(_ path: String) throws(RegistrationError) -> Fingerprint {
        guard let hash = Fingerprint(try item(path)) else { throw RegistrationError(.malformed, path) }
        return hash
    }

    /// Returns points of the curve; of which group they are is left to be checked.
    mutating func points<Curve: ShortWeierstrassCurve>(
        on curve: Curve.Type, _ path: String
    ) throws(RegistrationError) -> [AffinePoint<Curve>] {
        let size = Curve.BaseField.byteCount
        return try elements(size: 2 * size, path) { bytes in
            guard let x = Curve.BaseField(littleEndianBytes: bytes.prefix(size)),
                let y = Curve.BaseField(littleEndianBytes: bytes.dropFirst(size))
            else { return nil }
            let point = AffinePoint<Curve>(uncheckedX: x, y: y)
            return point.isOnCurve ? point : nil
        }
    }

    mutating func point<Curve: ShortWeierstrassCurve>(
        on curve: Curve.Type, _ path: String
    ) throws(RegistrationError) -> AffinePoint<Curve> {
        let points = try points(on: curve, path)
        guard points.count == 1 else { throw RegistrationError(.malformed, path) }
        return points[0]
    }

    mutating func scalars<F: PrimeField>(
        in field: F.Type, _ path: String
    ) throws(RegistrationError) -> [F] {
        try elements(size: F.byteCount, path) { F(littleEndianBytes: $0) }
    }

    /// Returns scalars that reach no array.
    mutating func secrets<F: PrimeField>(
        in field: F.Type, _ path: String
    ) throws(RegistrationError) -> SecretBuffer<F> {
        let bytes = try item(path)
        let size = F.byteCount
        guard bytes.count.isMultiple(of: size) else { throw RegistrationError(.malformed, path) }
        var secrets = SecretBuffer<F>(repeating: .zero, count: bytes.count / size)
        for index in 0..<secrets.count {
            guard let secret = F(littleEndianBytes: bytes.dropFirst(index * size).prefix(size)) else {
                throw RegistrationError(.malformed, "\(path)[\(index)]")
            }
            secrets[index] = secret
        }
        return secrets
    }

    /// Returns integers of eight bytes, not negative.
    mutating func integers(_ path: String) throws(RegistrationError) -> [Int] {
        try elements(size: 8, path) { bytes in
            Int(exactly: bytes.reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) })
        }
    }

    /// - Throws: if anything is left.
    func requireEnd() throws(RegistrationError) {
        guard rest.isEmpty else { throw RegistrationError(.malformed, "end") }
    }

    private mutating func elements<Element>(
        size: Int, _ path: String, _ decode: (Bytes.SubSequence) -> Element?
    ) throws(RegistrationError) -> [Element] {
        var bytes = try item(path)
        guard bytes.count.isMultiple(of: size) else { throw RegistrationError(.malformed, path) }
        var elements: [Element] = []
        elements.reserveCapacity(bytes.count / size)
        while !bytes.isEmpty {
            guard let element = decode(bytes.prefix(size)) else {
                throw RegistrationError(.malformed, "\(path)[\(elements.count)]")
            }
            elements.append(element)
            bytes = bytes.dropFirst(size)
        }
        return elements
    }
}
