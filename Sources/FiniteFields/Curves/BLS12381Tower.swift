/// The tower over the base field of BLS12-381, with ξ = 1 + u.
public enum BLS12381Tower: TowerParameters {
    public typealias Base = BLS12381BaseParameters

    @inlinable
    public static var nonResidue: Fp2<BLS12381Tower> { Fp2(1, 1) }

    /// (1 + u)(c0 + c1 u) = c0 − c1 + (c0 + c1) u.
    @inlinable @inline(__always)
    public static func multiplyByNonResidue(_ value: Fp2<BLS12381Tower>) -> Fp2<BLS12381Tower> {
        Fp2(value.c0 - value.c1, value.c0 + value.c1)
    }

    public static let frobenius = FrobeniusConstants<BLS12381Tower>()
}

extension BLS12381Fields {
    public typealias Fp2 = FiniteFields.Fp2<BLS12381Tower>
    public typealias Fp6 = FiniteFields.Fp6<BLS12381Tower>
    public typealias Fp12 = FiniteFields.Fp12<BLS12381Tower>
}
