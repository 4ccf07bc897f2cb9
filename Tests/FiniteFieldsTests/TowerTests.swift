import BigInt
import FiniteFields
import TestSupport
import Testing

@Suite("Towers of extensions")
struct TowerTests {
    private var bn254 = TowerLaws<BN254Tower>(seed: 10)
    private var bls12381 = TowerLaws<BLS12381Tower>(seed: 11)

    @Test("Laws at each storey")
    mutating func laws() {
        bn254.expectLaws()
        bls12381.expectLaws()
    }

    @Test("Each storey's generator satisfies its equation")
    func equations() {
        bn254.expectEquations(nonResidue: Fp2(9, 1))
        bls12381.expectEquations(nonResidue: Fp2(1, 1))
    }

    @Test("ξ is neither a square nor a cube")
    func nonResidue() {
        bn254.expectNonResidue()
        bls12381.expectNonResidue()
    }

    @Test("Products with few reductions are right at the ends of the range")
    mutating func extremes() {
        bn254.expectProductsOfExtremes()
        bls12381.expectProductsOfExtremes()
    }

    @Test("Square roots in the quadratic extension")
    mutating func squareRoots() {
        bn254.expectSquareRootsInFp2()
        bls12381.expectSquareRootsInFp2()
    }

    @Test("Frobenius is the p-th power")
    mutating func frobenius() {
        bn254.expectFrobenius()
        bls12381.expectFrobenius()
    }

    @Test("Sparse products are products")
    mutating func sparseProducts() {
        bn254.expectSparseProducts()
        bls12381.expectSparseProducts()
    }

    @Test("Cyclotomic squares and powers, inside the subgroup only")
    mutating func cyclotomic() throws {
        try bn254.expectCyclotomicPowers()
        try bls12381.expectCyclotomicPowers()
    }

    @Test("Encodings hold c0, then c1, and refuse what is not canonical")
    func encodings() {
        bn254.expectEncodings()
        bls12381.expectEncodings()
    }
}

private struct TowerLaws<Tower: TowerParameters> {
    typealias Fp = FiniteFields.Fp<Tower.Base>
    typealias Fp2 = FiniteFields.Fp2<Tower>
    typealias Fp6 = FiniteFields.Fp6<Tower>
    typealias Fp12 = FiniteFields.Fp12<Tower>

    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    private mutating func fp6() -> Fp6 {
        Fp6(.random(using: &generator), .random(using: &generator), .random(using: &generator))
    }

    private mutating func fp12() -> Fp12 { Fp12(fp6(), fp6()) }

    mutating func expectLaws() {
        expectFieldLaws(Fp2.self, using: &generator)
        expectFieldLaws([fp6(), fp6(), Fp6(.zero, .one, .zero), Fp6(.zero, .zero, .one)])
        expectFieldLaws([fp12(), fp12(), Fp12(.zero, .one)])
    }

    func expectEquations(nonResidue: Fp2) {
        let u = Fp2(0, 1)
        #expect(u.squared() == -Fp2.one)
        let xi = Tower.nonResidue
        #expect(xi == nonResidue)
        let v = Fp6(.zero, .one, .zero)
        #expect(v * v * v == Fp6(xi, .zero, .zero))
        let w = Fp12(.zero, .one)
        #expect(w.squared() == Fp12(v, .zero))
        #expect(Tower.multiplyByNonResidue(u) == xi * u)
        #expect(v.multipliedByV == v * v)
    }

    func expectNonResidue() {
        let order = Fp.modulus * Fp.modulus - 1
        #expect(Tower.nonResidue.power(words(order / 2)) == -Fp2.one)
        #expect(Tower.nonResidue.power(words(order / 3)) != Fp2.one)
    }

    mutating func expectProductsOfExtremes() {
        let half = Fp(2).inverse()!
        // In Montgomery representation the ends are 0 and −1/R, which is p − 1.
        let last = -Fp(uncheckedMontgomery: .init(1))
        let ends: [Fp] = [.zero, .one, -.one, half, -half, last, -last, .random(using: &generator)]
        let elements = ends.flatMap { c0 in ends.map { Fp2(c0, $0) } }
        let (xi0, xi1) = (Tower.nonResidue.c0, Tower.nonResidue.c1)
        for a in elements {
            #expect(a.squared() == Fp2(a.c0 * a.c0 - a.c1 * a.c1, a.c0 * a.c1 + a.c1 * a.c0))
            #expect(
                Tower.multiplyByNonResidue(a)
                    == Fp2(xi0 * a.c0 - xi1 * a.c1, xi0 * a.c1 + xi1 * a.c0))
            for b in elements {
                #expect(a * b == Fp2(a.c0 * b.c0 - a.c1 * b.c1, a.c0 * b.c1 + a.c1 * b.c0))
            }
        }
        for _ in 0..<1000 {
            let a = Fp2.random(using: &generator)
            #expect(Tower.multiplyByNonResidue(a) == Tower.nonResidue * a)
        }
    }

    mutating func expectSquareRootsInFp2() {
        expectSquareRoots(nonSquare: Tower.nonResidue, using: &generator)
        // Elements of the prime field are squares up here.
        for value: Fp in [1, -1, 3, -3] {
            #expect(Fp2(value, .zero).squareRoot()?.squared() == Fp2(value, .zero))
        }
        #expect(Fp2(.zero, 5).squareRoot().map { $0.squared() } ?? Fp2(.zero, 5) == Fp2(.zero, 5))
    }

    mutating func expectFrobenius() {
        let a = fp12()
        #expect(a.frobenius == a.power(Fp.modulusWords))
        #expect(a.conjugate == a.frobenius.frobenius.frobenius.frobenius.frobenius.frobenius)
        let b = Fp2.random(using: &generator)
        #expect(b.conjugate == b.power(Fp.modulusWords))
    }

    mutating func expectSparseProducts() {
        let f = fp12()
        let (a, b, c) = (
            Fp2.random(using: &generator), Fp2.random(using: &generator), Fp2.random(using: &generator)
        )
        let line013 = Fp12(Fp6(a, .zero, .zero), Fp6(b, c, .zero))
        #expect(f.multipliedByLine013(a, b, c) == f * line013)
        let line023 = Fp12(Fp6(a, b, .zero), Fp6(.zero, c, .zero))
        #expect(f.multipliedByLine023(a, b, c) == f * line023)
        let line13 = Fp12(.one, Fp6(b, c, .zero))
        #expect(f.multipliedByLine13(b, c) == f * line13)
        let line02 = Fp12(Fp6(a, b, .zero), Fp6(.zero, .one, .zero))
        #expect(f.multipliedByLine02(a, b) == f * line02)
        let g = fp6()
        #expect(g.multiplied(by: a, b) == g * Fp6(a, b, .zero))
        #expect(g.scaled(by: a) == g * Fp6(a, .zero, .zero))
    }

    mutating func expectCyclotomicPowers() throws {
        let f = fp12()
        let unitary = f.conjugate * (try #require(f.inverse()))
        let g = unitary.frobenius.frobenius * unitary
        #expect(g.cyclotomicSquare == g.squared())
        #expect(g.conjugate * g == .one)
        // 23 = 16 + 8 − 1.
        #expect(g.cyclotomicPower([1, 1, 0, 0, -1]) == g.power(23))
        // 343 = 3 · 128 − 5 · 8 − 1, with zeros in front.
        #expect(g.cyclotomicPower([0, 0, 3, 0, 0, 0, -5, 0, 0, -1]) == g.power(343))
        #expect(g.cyclotomicPower([-7]) == g.conjugate.power(7))
        #expect(g.cyclotomicPower([0, 0]) == .one)
        #expect(f.cyclotomicSquare != f.squared())
    }

    func expectEncodings() {
        let element = Fp2(5, 7)
        #expect(element.littleEndianBytes == Fp(5).littleEndianBytes + Fp(7).littleEndianBytes)
        let modulus = (0..<Fp.byteCount).map {
            UInt8(truncatingIfNeeded: Fp.modulusWords[$0 / 8] >> ($0 % 8 * 8))
        }
        let zero = [UInt8](repeating: 0, count: Fp.byteCount)
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
