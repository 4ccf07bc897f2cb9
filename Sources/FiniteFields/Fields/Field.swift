/// A finite field.
///
/// All operations are total except the inverse of zero. None is promised to run in constant time: the
/// prover's machine is trusted with the witness, and the verifier has no secrets.
public protocol Field: Hashable, Sendable {
    static var zero: Self { get }
    static var one: Self { get }

    static func + (left: Self, right: Self) -> Self
    static func - (left: Self, right: Self) -> Self
    static func * (left: Self, right: Self) -> Self
    static prefix func - (value: Self) -> Self

    func squared() -> Self
    func doubled() -> Self

    /// Returns the multiplicative inverse, or nil for zero.
    func inverse() -> Self?

    var isZero: Bool { get }
}

extension Field {
    @inlinable @inline(__always)
    public static func += (left: inout Self, right: Self) { left = left + right }

    @inlinable @inline(__always)
    public static func -= (left: inout Self, right: Self) { left = left - right }

    @inlinable @inline(__always)
    public static func *= (left: inout Self, right: Self) { left = left * right }

    /// Returns `self` to the power of an integer given as 64-bit words, least significant first.
    ///
    /// Variable time in the exponent: exponents are public constants everywhere in the project.
    @inlinable
    public func power(_ exponent: some Collection<UInt64>) -> Self {
        var result = Self.one
        for word in Array(exponent).reversed() {
            var bit = 64
            while bit > 0 {
                bit -= 1
                result = result.squared()
                if (word >> UInt64(bit)) & 1 == 1 { result *= self }
            }
        }
        return result
    }

    /// Returns `self` to the power of a non-negative integer.
    @inlinable
    public func power(_ exponent: UInt64) -> Self {
        power(CollectionOfOne(exponent))
    }
}
