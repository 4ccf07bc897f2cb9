import FiniteFields

// The largest and a small prime for either number of words, and the largest ones that are 3 modulo 4 and have
// two bits to spare, as products in quadratic extensions want it.

/// 2^255 − 19.
enum LargestOfFourWords: PrimeFieldParameters {
    static var modulus: Limbs4 { Limbs4(.max - 18, .max, .max, .max >> 1) }
    static var modulusBitCount: Int { 255 }
    static var inverse: UInt64 { 0x86bc_a1af_286b_ca1b }
    static var montgomeryOne: Limbs4 { Limbs4(38) }
    static var montgomeryRSquared: Limbs4 { Limbs4(38 * 38) }
    static var nonResidue: Int { 2 }
}

/// 2^383 − 31.
enum LargestOfSixWords: PrimeFieldParameters {
    static var modulus: Limbs6 { Limbs6(.max - 30, .max, .max, .max, .max, .max >> 1) }
    static var modulusBitCount: Int { 383 }
    static var inverse: UInt64 { 0xef7b_def7_bdef_7bdf }
    static var montgomeryOne: Limbs6 { Limbs6(62) }
    static var montgomeryRSquared: Limbs6 { Limbs6(62 * 62) }
    static var nonResidue: Int { 5 }
}

/// 97: 2^256 = 61 and 2^512 = 35 modulo 97.
enum SmallOfFourWords: PrimeFieldParameters {
    static var modulus: Limbs4 { Limbs4(97) }
    static var modulusBitCount: Int { 7 }
    static var inverse: UInt64 { 0x5c5f_02a3_a0fd_5c5f }
    static var montgomeryOne: Limbs4 { Limbs4(61) }
    static var montgomeryRSquared: Limbs4 { Limbs4(35) }
    static var nonResidue: Int { 5 }
}

/// 97: 2^384 = 1 modulo 97.
enum SmallOfSixWords: PrimeFieldParameters {
    static var modulus: Limbs6 { Limbs6(97) }
    static var modulusBitCount: Int { 7 }
    static var inverse: UInt64 { 0x5c5f_02a3_a0fd_5c5f }
    static var montgomeryOne: Limbs6 { Limbs6(1) }
    static var montgomeryRSquared: Limbs6 { Limbs6(1) }
    static var nonResidue: Int { 5 }
}

/// 2^254 − 245.
enum LargestQuadraticOfFourWords: PrimeFieldParameters {
    static var modulus: Limbs4 { Limbs4(.max - 244, .max, .max, .max >> 2) }
    static var modulusBitCount: Int { 254 }
    static var inverse: UInt64 { 0x1913_da62_386c_ab5d }
    static var montgomeryOne: Limbs4 { Limbs4(980) }
    static var montgomeryRSquared: Limbs4 { Limbs4(980 * 980) }
    static var nonResidue: Int { 2 }
}

/// 2^382 − 105.
enum LargestQuadraticOfSixWords: PrimeFieldParameters {
    static var modulus: Limbs6 { Limbs6(.max - 104, .max, .max, .max, .max, .max >> 2) }
    static var modulusBitCount: Int { 382 }
    static var inverse: UInt64 { 0x8fd8_fd8f_d8fd_8fd9 }
    static var montgomeryOne: Limbs6 { Limbs6(420) }
    static var montgomeryRSquared: Limbs6 { Limbs6(420 * 420) }
    static var nonResidue: Int { 3 }
}

/// F_p² over any of them; or a ring, where −1 is a square. Nothing is built on top of it.
enum QuadraticTower<Base: PrimeFieldParameters>: TowerParameters {
    static var nonResidue: Fp2<Self> { Fp2(.zero, .one) }
    static func multiplyByNonResidue(_ value: Fp2<Self>) -> Fp2<Self> { value * nonResidue }
    static var frobenius: FrobeniusConstants<Self> { FrobeniusConstants() }
}
