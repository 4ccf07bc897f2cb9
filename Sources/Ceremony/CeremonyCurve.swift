public import CircuitFormats
public import EllipticCurves

/// A curve whose keys can come from a ceremony.
public protocol CeremonyCurve: InterchangeCurve {
    /// The number of points of the curve divided by r, least significant word first: where hashes become
    /// points, any point of the curve times this one is one of the group.
    static var cofactorOfG1: [UInt64] { get }
    static var cofactorOfG2: [UInt64] { get }
}

extension BN254: CeremonyCurve {
    public static var cofactorOfG1: [UInt64] { [1] }

    public static var cofactorOfG2: [UInt64] {
        [0x345f_2299_c0f9_fa8d, 0x06ce_ecda_572a_2489, 0xb850_45b6_8181_585e, 0x3064_4e72_e131_a029]
    }
}

extension BLS12381: CeremonyCurve {
    public static var cofactorOfG1: [UInt64] { [0x8c00_aaab_0000_aaab, 0x396c_8c00_5555_e156] }

    public static var cofactorOfG2: [UInt64] {
        [
            0xcf1c_38e3_1c72_38e5, 0x1616_ec6e_786f_0c70, 0x2153_7e29_3a66_91ae, 0xa628_f1cb_4d9e_82ef,
            0xa68a_205b_2e5a_7ddf, 0xcd91_de45_4708_5aba, 0x091d_5079_2876_a202, 0x05d5_43a9_5414_e7f1,
        ]
    }
}
