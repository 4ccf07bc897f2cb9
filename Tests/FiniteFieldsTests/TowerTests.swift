import BigInt
import FiniteFields
import TestSupport
import Testing

@Suite("Tower of extensions of BN254")
struct TowerTests {
    typealias Fp = BN254Fields.Base
    typealias Fp2 = BN254Fields.Fp2
    typealias Fp6 = BN254Fields.Fp6
    typealias Fp12 = BN254Fields.Fp12

    private var generator = SeededGenerator(seed: 10)

    private mutating func fp6() -> Fp6 {
        Fp6(.random(using: &generator), .random(using: &generator), .random(using: &generator))
    }

    private mutating func fp12() -> Fp12 { Fp12(fp6(), fp6()) }

    @Test("Laws at each storey")
    mutating func laws() {
        expectFieldLaws(Fp2.self, using: &generator)
        expectFieldLaws([fp6(), fp6(), Fp6(.zero, .one, .zero), Fp6(.zero, .zero, .one)])
        expectFieldLaws([fp12(), fp12(), Fp12(.zero, .one)])
    }

    @Test("Each storey's generator satisfies its equation")
    func equations() {
        let u = Fp2(0, 1)
        #expect(u.squared() == -Fp2.one)
        let xi = BN254Tower.nonResidue
        #expect(xi == Fp2(9, 1))
        let v = Fp6(.zero, .one, .zero)
        #expect(v * v * v == Fp6(xi, .zero, .zero))
        let w = Fp12(.zero, .one)
        #expect(w.squared() == Fp12(v, .zero))
        #expect(BN254Tower.multiplyByNonResidue(u) == xi * u)
        #expect(v.multipliedByV == v * v)
    }

    @Test("ξ is neither a square nor a cube")
    func nonResidue() {
        let order = Fp.modulus * Fp.modulus - 1
        #expect(BN254Tower.nonResidue.power(words(order / 2)) == -Fp2.one)
        #expect(BN254Tower.nonResidue.power(words(order / 3)) != Fp2.one)
    }

    @Test("Square roots in the quadratic extension")
    mutating func squareRoots() {
        expectSquareRoots(nonSquare: BN254Tower.nonResidue, using: &generator)
        // Elements of the prime field are squares up here.
        for value: Fp in [1, -1, 3, -3] {
            #expect(Fp2(value, .zero).squareRoot()?.squared() == Fp2(value, .zero))
        }
        #expect(Fp2(.zero, 5).squareRoot().map { $0.squared() } ?? Fp2(.zero, 5) == Fp2(.zero, 5))
    }

    @Test("Frobenius is the p-th power")
    mutating func frobenius() {
        let a = fp12()
        #expect(a.frobenius == a.power(Fp.modulusWords))
        #expect(a.conjugate == a.frobenius.frobenius.frobenius.frobenius.frobenius.frobenius)
        let b = Fp2.random(using: &generator)
        #expect(b.conjugate == b.power(Fp.modulusWords))
    }

    @Test("Sparse products are products")
    mutating func sparseProducts() {
        let f = fp12()
        let (a, b, c) = (
            Fp2.random(using: &generator), Fp2.random(using: &generator), Fp2.random(using: &generator)
        )
        let line013 = Fp12(Fp6(a, .zero, .zero), Fp6(b, c, .zero))
        #expect(f.multipliedByLine013(a, b, c) == f * line013)
        let line023 = Fp12(Fp6(a, b, .zero), Fp6(.zero, c, .zero))
        #expect(f.multipliedByLine023(a, b, c) == f * line023)
        let g = fp6()
        #expect(g.multiplied(by: a, b) == g * Fp6(a, b, .zero))
        #expect(g.scaled(by: a) == g * Fp6(a, .zero, .zero))
    }

    @Test("Cyclotomic squares and powers, inside the subgroup only")
    mutating func cyclotomic() throws {
        let f = fp12()
        let unitary = f.conjugate * (try #require(f.inverse()))
        let g = unitary.frobenius.frobenius * unitary
        #expect(g.cyclotomicSquare == g.squared())
        #expect(g.conjugate * g == .one)
        // 23 = 16 + 8 − 1.
        #expect(g.cyclotomicPower([1, 1, 0, 0, -1]) == g.power(23))
        #expect(f.cyclotomicSquare != f.squared())
    }

    @Test("Encodings hold c0, then c1, and refuse what is not canonical")
    func encodings() {
        let element = Fp2(5, 7)
        #expect(element.littleEndianBytes == Fp(5).littleEndianBytes + Fp(7).littleEndianBytes)
        let modulus = (0..<32).map { UInt8(truncatingIfNeeded: Fp.modulusWords[$0 / 8] >> ($0 % 8 * 8)) }
        let zero = [UInt8](repeating: 0, count: 32)
        for bytes in [modulus + zero, zero + modulus] {
            #expect(Fp2(littleEndianBytes: bytes) == nil)
            #expect(Fp2(montgomeryLittleEndianBytes: bytes) == nil)
        }
    }

    private func words(_ value: BigInt) -> [UInt64] {
        (0..<((value.bitWidth + 63) / 64)).map {
            UInt64(truncatingIfNeeded: value >> (64 * $0) & BigInt(UInt64.max))
        }
    }
}
