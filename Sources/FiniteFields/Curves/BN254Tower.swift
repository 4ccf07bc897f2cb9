/// The tower over the base field of BN254, with ξ = 9 + u as in EIP-197.
public enum BN254Tower: TowerParameters {
    public typealias Base = BN254BaseParameters

    @inlinable
    public static var nonResidue: Fp2<BN254Tower> { Fp2(9, 1) }

    /// (9 + u)(c0 + c1 u) = 9 c0 − c1 + (9 c1 + c0) u.
    @inlinable @inline(__always)
    public static func multiplyByNonResidue(_ value: Fp2<BN254Tower>) -> Fp2<BN254Tower> {
        let ninefold = value.doubled().doubled().doubled() + value
        return Fp2(ninefold.c0 - value.c1, ninefold.c1 + value.c0)
    }

    public static let frobenius = FrobeniusConstants<BN254Tower>()
}

extension BN254Fields {
    public typealias Fp2 = FiniteFields.Fp2<BN254Tower>
    public typealias Fp6 = FiniteFields.Fp6<BN254Tower>
    public typealias Fp12 = FiniteFields.Fp12<BN254Tower>
}
