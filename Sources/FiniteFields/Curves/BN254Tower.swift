/// The tower over the base field of BN254, with ξ = 9 + u as in EIP-197.
public enum BN254Tower: TowerParameters {
    public typealias Base = BN254BaseParameters

    @inlinable
    public static var nonResidue: Fp2<BN254Tower> { Fp2(9, 1) }

    /// (9 + u)(c0 + c1 u) = 9 c0 − c1 + (9 c1 + c0) u.
    @inlinable @inline(__always)
    public static func multiplyByNonResidue(_ value: Fp2<BN254Tower>) -> Fp2<BN254Tower> {
        let (c0, c1) = (value.c0.montgomery, value.c1.montgomery)
        let minusC1 = Base.modulus.subtracting(c1).difference
        return Fp2(
            Fp(uncheckedMontgomery: ninefold(c0, plus: minusC1)),
            Fp(uncheckedMontgomery: ninefold(c1, plus: c0)))
    }

    /// Returns 9 a + b modulo p, for a below p and b at most p.
    ///
    /// The sum t is below 10 p, and p is a little less than 12.1 · 2^250. With h = ⌊t / 2^250⌋, 21 h / 256 is
    /// less than t/p by at most 1/6, so that t − ⌊21 h / 256⌋ p lies in 0 ..< 2p.
    @inlinable @inline(__always)
    static func ninefold(_ a: Limbs4, plus b: Limbs4) -> Limbs4 {
        let t0 = multiplyAdd(a.l0, 9, b.l0, 0)
        let t1 = multiplyAdd(a.l1, 9, b.l1, high(t0))
        let t2 = multiplyAdd(a.l2, 9, b.l2, high(t1))
        let t3 = multiplyAdd(a.l3, 9, b.l3, high(t2))
        let quotient = ((high(t3) << 6 | low(t3) >> 58) &* 21) >> 8
        // Modulo 2^256, t − quotient · p is t + quotient · (2^256 − p).
        let complement = Limbs4.zero.subtracting(Base.modulus).difference
        let r0 = multiplyAdd(quotient, complement.l0, low(t0), 0)
        let r1 = multiplyAdd(quotient, complement.l1, low(t1), high(r0))
        let r2 = multiplyAdd(quotient, complement.l2, low(t2), high(r1))
        let r3 = quotient &* complement.l3 &+ low(t3) &+ high(r2)
        return Limbs4(low(r0), low(r1), low(r2), r3).reducedOnce(Base.modulus)
    }

    public static let frobenius = FrobeniusConstants<BN254Tower>()
}

extension BN254Fields {
    public typealias Fp2 = FiniteFields.Fp2<BN254Tower>
    public typealias Fp6 = FiniteFields.Fp6<BN254Tower>
    public typealias Fp12 = FiniteFields.Fp12<BN254Tower>
}
