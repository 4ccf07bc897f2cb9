import TestSupport

enum Modulus7: SmallModulus {
    static var modulus: UInt64 { 7 }
    static var nonResidue: Int { 3 }
}

enum Modulus13: SmallModulus {
    static var modulus: UInt64 { 13 }
    static var nonResidue: Int { 2 }
}

enum Modulus31: SmallModulus {
    static var modulus: UInt64 { 31 }
    static var nonResidue: Int { 3 }
}

typealias F7 = SmallPrime<Modulus7>
typealias F13 = SmallPrime<Modulus13>
typealias F31 = SmallPrime<Modulus31>
