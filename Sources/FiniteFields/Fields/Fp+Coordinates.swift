extension Fp: CoordinateField {
    @inlinable
    public init?(montgomeryLittleEndianBytes bytes: some Collection<UInt8>) {
        guard let limbs = Parameters.Limbs(littleEndianBytes: bytes), limbs < Parameters.modulus else {
            return nil
        }
        self.init(uncheckedMontgomery: limbs)
    }

    public var montgomeryLittleEndianBytes: [UInt8] { montgomery.littleEndianBytes }

    @inlinable
    public init?(littleEndianBytes bytes: some Collection<UInt8>) {
        guard let limbs = Parameters.Limbs(littleEndianBytes: bytes), limbs < Parameters.modulus else {
            return nil
        }
        self.init(uncheckedCanonical: limbs)
    }

    public var littleEndianBytes: [UInt8] { canonical.littleEndianBytes }

    /// Returns a square root, or nil if the element is no square.
    ///
    /// - Precondition: p ≡ 3 mod 4, where a^((p+1)/4) squares to ±a.
    public func squareRoot() -> Self? {
        let words = Self.modulusWords
        precondition(words[0] & 3 == 3, "square roots are implemented for p ≡ 3 mod 4")
        // (p + 1) / 4 = ⌊p / 4⌋ + 1, and ⌊p / 4⌋ cannot overflow its words.
        let candidate = power(words.shiftedRight(by: 2)) * self
        return candidate.squared() == self ? candidate : nil
    }

    @inlinable @inline(__always)
    public func copyCanonicalWords(to words: UnsafeMutablePointer<UInt64>) {
        canonical.copyWords(to: words)
    }
}
