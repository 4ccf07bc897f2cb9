extension Fp: CoordinateField {
    public typealias Vector = FpVector<Parameters>

    @inlinable
    public init?(montgomeryLittleEndianBytes bytes: some Collection<UInt8>) {
        guard let limbs = Parameters.Limbs(littleEndianBytes: bytes), limbs < Parameters.modulus else {
            return nil
        }
        self.init(uncheckedMontgomery: limbs)
    }

    public var montgomeryLittleEndianBytes: [UInt8] { montgomery.littleEndianBytes }

    @inlinable @inline(__always)
    public var isCanonical: Bool { montgomery < Parameters.modulus }

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
    /// Tonelli and Shanks (Cohen, A Course in Computational Algebraic Number Theory, algorithm 1.5.1);
    /// for p ≡ 3 mod 4 one power.
    public func squareRoot() -> Self? {
        if isZero { return self }
        // p − 1 = 2^s t with t odd; x = a^((t+1)/2) and b = a^t, so that x² = a b.
        let s = Self.twoAdicity
        let power = power(Self.modulusWords.shiftedRight(by: s + 1))
        var x = power * self
        var b = power * x
        // b = 1 in the end; z has order 2^k, and b an order that divides 2^(k−1) if a is a square.
        var z = Self.rootOfUnity(ofOrderTwoToThe: s)
        var k = s
        while b != .one {
            var order = 0
            var square = b
            while square != .one {
                square = square.squared()
                order += 1
                if order == k { return nil }
            }
            for _ in 0..<k - order - 1 { z = z.squared() }
            x *= z
            z = z.squared()
            b *= z
            k = order
        }
        return x
    }

    @inlinable @inline(__always)
    public func copyCanonicalWords(to words: UnsafeMutablePointer<UInt64>) {
        canonical.copyWords(to: words)
    }
}
