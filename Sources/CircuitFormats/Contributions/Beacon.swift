/// A public random value, such as the hash of a block that was mined after the last contribution, and how
/// often it is hashed before it is used, so that nobody can try many values in the time that there is.
public struct Beacon: Hashable, Sendable {
    /// 1 to 255 bytes.
    public let value: [UInt8]
    /// SHA-256 is taken 2^this many times.
    public let iterationsExponent: Int

    /// The exponents that iden3's tools take.
    public static let exponents = 10...63

    /// Returns nil where the value has no bytes or too many, or the exponent is out of range.
    public init?(_ value: [UInt8], iterationsExponent: Int) {
        guard (1...255).contains(value.count), Self.exponents.contains(iterationsExponent) else { return nil }
        self.value = value
        self.iterationsExponent = iterationsExponent
    }
}
