/// The fields of BN254, the curve of EIP-196 and EIP-197 (also alt_bn128, bn128).
///
/// The curve belongs to the family of Barreto and Naehrig (SAC 2005) with u = 4965661367192848881:
/// q = 36u⁴ + 36u³ + 24u² + 6u + 1, r = 36u⁴ + 36u³ + 18u² + 6u + 1.
public enum BN254Fields {
    /// The field that points' coordinates lie in, of order q.
    public typealias Base = Fp<BN254BaseParameters>
    /// The field that circuits compute in, of order r.
    public typealias Scalar = Fp<BN254ScalarParameters>
}

/// q, of 254 bits.
public enum BN254BaseParameters: PrimeFieldParameters {
    @inlinable @inline(__always)
    public static var modulus: Limbs4 {
        Limbs4(
            0x3c208c16d87cfd47, 0x97816a916871ca8d,
            0xb85045b68181585d, 0x30644e72e131a029)
    }

    @inlinable @inline(__always)
    public static var modulusBitCount: Int { 254 }

    @inlinable @inline(__always)
    public static var inverse: UInt64 { 0x87d20782e4866389 }

    @inlinable @inline(__always)
    public static var montgomeryOne: Limbs4 {
        Limbs4(
            0xd35d438dc58f0d9d, 0x0a78eb28f5c70b3d,
            0x666ea36f7879462c, 0x0e0a77c19a07df2f)
    }

    @inlinable @inline(__always)
    public static var montgomeryRSquared: Limbs4 {
        Limbs4(
            0xf32cfc5b538afa89, 0xb5e71911d44501fb,
            0x47ab1eff0a417ff6, 0x06d89f71cab8351f)
    }

    @inlinable @inline(__always)
    public static var nonResidue: Int { 3 }
}

/// r, of 254 bits; 2^28 divides r − 1.
public enum BN254ScalarParameters: PrimeFieldParameters {
    @inlinable @inline(__always)
    public static var modulus: Limbs4 {
        Limbs4(
            0x43e1f593f0000001, 0x2833e84879b97091,
            0xb85045b68181585d, 0x30644e72e131a029)
    }

    @inlinable @inline(__always)
    public static var modulusBitCount: Int { 254 }

    @inlinable @inline(__always)
    public static var inverse: UInt64 { 0xc2e1f593efffffff }

    @inlinable @inline(__always)
    public static var montgomeryOne: Limbs4 {
        Limbs4(
            0xac96341c4ffffffb, 0x36fc76959f60cd29,
            0x666ea36f7879462e, 0x0e0a77c19a07df2f)
    }

    @inlinable @inline(__always)
    public static var montgomeryRSquared: Limbs4 {
        Limbs4(
            0x1bb8e645ae216da7, 0x53fe3ab1e35c59e3,
            0x8c49833d53bb8085, 0x0216d0b17f4e44a5)
    }

    @inlinable @inline(__always)
    public static var nonResidue: Int { 5 }
}
