/// A field that coordinates of curve points lie in: a prime field or an extension of one.
///
/// Encodings are those of the prime field, least significant byte first, coefficients in ascending
/// order (c0 ‖ c1). Two forms exist: *canonical*, the integers themselves, and *Montgomery*, the integers
/// times R = 2^(64 · words) mod p, which iden3's binary files hold.
public protocol CoordinateField: Field {
    /// Arrays of elements for array operations.
    associatedtype Vector: FieldVector where Vector.Element == Self

    /// The number of bytes of an encoded value, in either form.
    static var byteCount: Int { get }

    /// Returns the element of these canonical bytes, or nil unless there are exactly `byteCount` and
    /// every coefficient is below p.
    init?(littleEndianBytes bytes: some Collection<UInt8>)

    /// The canonical encoding, `byteCount` bytes.
    var littleEndianBytes: [UInt8] { get }

    /// Returns the element of these bytes in Montgomery form, or nil unless there are exactly
    /// `byteCount` and every coefficient is below p.
    init?(montgomeryLittleEndianBytes bytes: some Collection<UInt8>)

    /// The encoding in Montgomery form, `byteCount` bytes.
    var montgomeryLittleEndianBytes: [UInt8] { get }

    /// Whether every coefficient is below p, as those of all elements are; to be asked of what was copied
    /// from memory as it stood there. Nothing else may be done with an element that is not.
    var isCanonical: Bool { get }

    /// Returns a square root, or nil if the element is no square. Which of the two roots is unspecified.
    func squareRoot() -> Self?

    /// Returns a uniformly random element.
    static func random(using generator: inout some RandomNumberGenerator) -> Self
}
