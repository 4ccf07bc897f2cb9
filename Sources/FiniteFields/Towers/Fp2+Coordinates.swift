extension Fp2: CoordinateField {
    public typealias Vector = Fp2Vector<Parameters>

    public static var byteCount: Int { 2 * Coefficient.byteCount }

    @inlinable
    public init?(littleEndianBytes bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount,
            let c0 = Coefficient(littleEndianBytes: bytes.prefix(Coefficient.byteCount)),
            let c1 = Coefficient(littleEndianBytes: bytes.dropFirst(Coefficient.byteCount))
        else { return nil }
        self.init(c0, c1)
    }

    public var littleEndianBytes: [UInt8] { c0.littleEndianBytes + c1.littleEndianBytes }

    @inlinable
    public init?(montgomeryLittleEndianBytes bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount,
            let c0 = Coefficient(montgomeryLittleEndianBytes: bytes.prefix(Coefficient.byteCount)),
            let c1 = Coefficient(montgomeryLittleEndianBytes: bytes.dropFirst(Coefficient.byteCount))
        else { return nil }
        self.init(c0, c1)
    }

    public var montgomeryLittleEndianBytes: [UInt8] {
        c0.montgomeryLittleEndianBytes + c1.montgomeryLittleEndianBytes
    }

    @inlinable @inline(__always)
    public var isCanonical: Bool { c0.isCanonical && c1.isCanonical }

    /// Returns a square root, or nil if the element is no square.
    ///
    /// Complex method: with n² = c0² + c1² and x² = (c0 ± n)/2, the root is x + c1/(2x) u. One of the
    /// two signs gives a square x², unless c0 + c1 u is none.
    public func squareRoot() -> Self? {
        if c1.isZero {
            // −1 is no square, so exactly one of ±c0 is a square (both if zero).
            return c0.squareRoot().map { Self($0, .zero) } ?? (-c0).squareRoot().map { Self(.zero, $0) }
        }
        guard let norm = (c0.squared() + c1.squared()).squareRoot(),
            let half = Coefficient(2).inverse()
        else { return nil }
        guard let x = ((c0 + norm) * half).squareRoot() ?? ((c0 - norm) * half).squareRoot(),
            let inverse = x.doubled().inverse()
        else { return nil }
        let root = Self(x, c1 * inverse)
        return root.squared() == self ? root : nil
    }

    /// Returns a uniformly random element.
    public static func random(using generator: inout some RandomNumberGenerator) -> Self {
        let c0 = Coefficient.random(using: &generator)
        return Self(c0, Coefficient.random(using: &generator))
    }
}
