/// The fields of BLS12-381, the curve of zcash Sapling and of Ethereum's consensus (IETF
/// draft-irtf-cfrg-pairing-friendly-curves, section 4.2.1).
///
/// The curve belongs to the family of Barreto, Lynn and Scott (SCN 2002) with x = −0xd201000000010000:
/// r = x⁴ − x² + 1, p = (x − 1)² r / 3 + x.
public enum BLS12381Fields {
    /// The field that points' coordinates lie in, of order p.
    public typealias Base = Fp<BLS12381BaseParameters>
    /// The field that circuits compute in, of order r.
    public typealias Scalar = Fp<BLS12381ScalarParameters>
}

/// p, of 381 bits.
public enum BLS12381BaseParameters: PrimeFieldParameters {
    @inlinable @inline(__always)
    public static var modulus: Limbs6 {
        Limbs6(
            0xb9feffffffffaaab, 0x1eabfffeb153ffff, 0x6730d2a0f6b0f624,
            0x64774b84f38512bf, 0x4b1ba7b6434bacd7, 0x1a0111ea397fe69a)
    }

    @inlinable @inline(__always)
    public static var modulusBitCount: Int { 381 }

    @inlinable @inline(__always)
    public static var inverse: UInt64 { 0x89f3fffcfffcfffd }

    @inlinable @inline(__always)
    public static var montgomeryOne: Limbs6 {
        Limbs6(
            0x760900000002fffd, 0xebf4000bc40c0002, 0x5f48985753c758ba,
            0x77ce585370525745, 0x5c071a97a256ec6d, 0x15f65ec3fa80e493)
    }

    @inlinable @inline(__always)
    public static var montgomeryRSquared: Limbs6 {
        Limbs6(
            0xf4df1f341c341746, 0x0a76e6a609d104f1, 0x8de5476c4c95b6d5,
            0x67eb88a9939d83c0, 0x9a793e85b519952d, 0x11988fe592cae3aa)
    }

    @inlinable @inline(__always)
    public static var nonResidue: Int { 2 }
}

/// r, of 255 bits; 2^32 divides r − 1.
public enum BLS12381ScalarParameters: PrimeFieldParameters {
    @inlinable @inline(__always)
    public static var modulus: Limbs4 {
        Limbs4(
            0xffffffff00000001, 0x53bda402fffe5bfe,
            0x3339d80809a1d805, 0x73eda753299d7d48)
    }

    @inlinable @inline(__always)
    public static var modulusBitCount: Int { 255 }

    @inlinable @inline(__always)
    public static var inverse: UInt64 { 0xfffffffeffffffff }

    @inlinable @inline(__always)
    public static var montgomeryOne: Limbs4 {
        Limbs4(
            0x00000001fffffffe, 0x5884b7fa00034802,
            0x998c4fefecbc4ff5, 0x1824b159acc5056f)
    }

    @inlinable @inline(__always)
    public static var montgomeryRSquared: Limbs4 {
        Limbs4(
            0xc999e990f3f29c6d, 0x2b6cedcb87925c23,
            0x05d314967254398f, 0x0748d9d99f59ff11)
    }

    /// snarkjs makes its roots of unity from 5; other libraries from 7, the least generator of the whole
    /// multiplicative group, so that roots of the same order differ.
    @inlinable @inline(__always)
    public static var nonResidue: Int { 5 }
}
