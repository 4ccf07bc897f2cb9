public import FiniteFields

/// A prime modulus below 2^31, for fields in which everything can be tried.
public protocol SmallModulus: Sendable {
    static var modulus: UInt64 { get }
    /// The least integer that is not a square.
    static var nonResidue: Int { get }
}

public enum Modulus97: SmallModulus {
    public static var modulus: UInt64 { 97 }
    public static var nonResidue: Int { 5 }
}

public enum Modulus257: SmallModulus {
    public static var modulus: UInt64 { 257 }
    public static var nonResidue: Int { 3 }
}

public enum Modulus65537: SmallModulus {
    public static var modulus: UInt64 { 65537 }
    public static var nonResidue: Int { 3 }
}

public typealias F97 = SmallPrime<Modulus97>
public typealias F257 = SmallPrime<Modulus257>
public typealias F65537 = SmallPrime<Modulus65537>

/// The integers modulo a small prime, by plain division.
public struct SmallPrime<Modulus: SmallModulus>: PrimeField {
    /// In `0 ..< p`.
    let value: UInt64

    private static var p: UInt64 { Modulus.modulus }

    init(reducing value: UInt64) { self.value = value % Self.p }

    public static var zero: Self { Self(reducing: 0) }
    public static var one: Self { Self(reducing: 1) }
    public var isZero: Bool { value == 0 }

    public static func + (left: Self, right: Self) -> Self { Self(reducing: left.value + right.value) }
    public static func - (left: Self, right: Self) -> Self { Self(reducing: left.value + p - right.value) }
    public static func * (left: Self, right: Self) -> Self { Self(reducing: left.value * right.value) }
    public static prefix func - (value: Self) -> Self { Self(reducing: p - value.value) }
    public func squared() -> Self { self * self }
    public func doubled() -> Self { self + self }
    public func inverse() -> Self? { isZero ? nil : power(Self.p - 2) }

    public init(_ value: Int) {
        let remainder = value % Int(Self.p)
        self.init(reducing: UInt64(remainder < 0 ? remainder + Int(Self.p) : remainder))
    }

    public init?(canonicalWords words: some Collection<UInt64>) {
        guard words.count == 1, let word = words.first, word < Self.p else { return nil }
        self.init(reducing: word)
    }

    public var canonicalWords: [UInt64] { [value] }
    public func copyCanonicalWords(to words: UnsafeMutablePointer<UInt64>) { words.pointee = value }
    public static var modulusWords: [UInt64] { [p] }
    public static var modulusBitCount: Int { 64 - p.leadingZeroBitCount }
    public static var nonResidue: Self { Self(Modulus.nonResidue) }
}
