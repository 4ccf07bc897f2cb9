/// The constants of a prime field in Montgomery representation with R = 2^(64 · limbs).
public protocol PrimeFieldParameters: Sendable {
    associatedtype Limbs: LimbArray

    /// p; odd, its top bit clear.
    static var modulus: Limbs { get }
    static var modulusBitCount: Int { get }
    /// −1/p mod 2^64.
    static var inverse: UInt64 { get }
    /// R mod p, which represents 1.
    static var montgomeryOne: Limbs { get }
    /// R² mod p.
    static var montgomeryRSquared: Limbs { get }
    /// The smallest positive integer that is not a square modulo p.
    static var nonResidue: Int { get }
}

/// The integers modulo the prime that `Parameters` names, in Montgomery representation.
@frozen
public struct Fp<Parameters: PrimeFieldParameters>: PrimeField {
    /// x R mod p for the element x.
    public var montgomery: Parameters.Limbs

    /// Takes over a value that is in Montgomery representation and below p already.
    @inlinable @inline(__always)
    public init(uncheckedMontgomery montgomery: Parameters.Limbs) {
        self.montgomery = montgomery
    }

    @inlinable @inline(__always)
    public static var zero: Self { Self(uncheckedMontgomery: .zero) }

    @inlinable @inline(__always)
    public static var one: Self { Self(uncheckedMontgomery: Parameters.montgomeryOne) }

    @inlinable @inline(__always)
    public var isZero: Bool { montgomery == .zero }
}

// MARK: - Arithmetic

extension Fp {
    @inlinable @inline(__always)
    public static func + (left: Self, right: Self) -> Self {
        Self(uncheckedMontgomery: .add(left.montgomery, right.montgomery, modulus: Parameters.modulus))
    }

    @inlinable @inline(__always)
    public static func - (left: Self, right: Self) -> Self {
        Self(uncheckedMontgomery: .subtract(left.montgomery, right.montgomery, modulus: Parameters.modulus))
    }

    @inlinable @inline(__always)
    public static prefix func - (value: Self) -> Self { .zero - value }

    @inlinable @inline(__always)
    public static func * (left: Self, right: Self) -> Self {
        Self(
            uncheckedMontgomery: .montgomeryMultiply(
                left.montgomery, right.montgomery, modulus: Parameters.modulus, inverse: Parameters.inverse))
    }

    /// Returns a b + c d, with one reduction; only for p below 2^(64 limbs − 2).
    @inlinable @inline(__always)
    static func sumOfProducts(_ a: Self, _ b: Self, _ c: Self, _ d: Self) -> Self {
        Self(
            uncheckedMontgomery: .montgomerySumOfProducts(
                a.montgomery, b.montgomery, c.montgomery, d.montgomery, modulus: Parameters.modulus,
                inverse: Parameters.inverse))
    }

    /// Returns a² − b², by one multiplication; only for p below 2^(64 limbs − 2).
    @inlinable @inline(__always)
    static func differenceOfSquares(_ a: Self, _ b: Self) -> Self {
        Self(
            uncheckedMontgomery: .montgomeryDifferenceOfSquares(
                a.montgomery, b.montgomery, modulus: Parameters.modulus, inverse: Parameters.inverse))
    }

    @inlinable @inline(__always)
    public func squared() -> Self { self * self }

    @inlinable @inline(__always)
    public func doubled() -> Self { self + self }

    @inlinable
    public func inverse() -> Self? {
        // R² / (x R) = R / x, which represents 1 / x.
        Parameters.Limbs
            .divide(
                Parameters.montgomeryRSquared, by: montgomery, modulus: Parameters.modulus,
                inverse: Parameters.inverse
            )
            .map(Self.init(uncheckedMontgomery:))
    }
}

// MARK: - Integers

extension Fp {
    /// The canonical value as limbs.
    @inlinable @inline(__always)
    public var canonical: Parameters.Limbs {
        .montgomeryMultiply(montgomery, .init(1), modulus: Parameters.modulus, inverse: Parameters.inverse)
    }

    /// Takes over canonical limbs that are known to be below p.
    @inlinable @inline(__always)
    public init(uncheckedCanonical limbs: Parameters.Limbs) {
        montgomery = .montgomeryMultiply(
            limbs, Parameters.montgomeryRSquared, modulus: Parameters.modulus, inverse: Parameters.inverse)
    }

    @inlinable
    public init(_ value: Int) {
        let positive = Self(uncheckedCanonical: .init(UInt64(value.magnitude)))
        self = value < 0 ? -positive : positive
    }

    @inlinable
    public init?(canonicalWords words: some Collection<UInt64>) {
        guard words.count == Parameters.Limbs.count else { return nil }
        let limbs = Parameters.Limbs(words: Array(words))
        guard limbs < Parameters.modulus else { return nil }
        self.init(uncheckedCanonical: limbs)
    }

    @inlinable
    public var canonicalWords: [UInt64] { canonical.words }

    @inlinable
    public static var modulusWords: [UInt64] { Parameters.modulus.words }

    @inlinable
    public static var modulusBitCount: Int { Parameters.modulusBitCount }

    @inlinable
    public static var nonResidue: Self { Self(Parameters.nonResidue) }
}

extension Fp {
    public static var columnTransform: ColumnTransform<Self>? {
        (Parameters.modulus as? Limbs4).flatMap {
            ColumnTransform(modulus: $0, inverse: Parameters.inverse)
        }
    }
}
