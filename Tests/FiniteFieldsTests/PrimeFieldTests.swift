import BigInt
import FiniteFields
import TestSupport
import Testing

@Suite("Prime fields")
struct PrimeFieldTests {
    @Test("BN254 base field: laws")
    func baseFieldLaws() {
        var generator = SeededGenerator(seed: 1)
        expectFieldLaws(BN254Fields.Base.self, using: &generator)
        expectSquareRoots(nonSquare: BN254Fields.Base.nonResidue, using: &generator)
    }

    @Test("BN254 scalar field: laws")
    func scalarFieldLaws() {
        var generator = SeededGenerator(seed: 2)
        expectFieldLaws(BN254Fields.Scalar.self, using: &generator)
        expectSquareRoots(nonSquare: BN254Fields.Scalar.nonResidue, using: &generator)
        #expect(BN254Fields.Scalar.one.squareRoot()?.squared() == .one)
        #expect((-BN254Fields.Scalar.one).squareRoot()?.squared() == -.one)
    }

    @Test("BN254 base field against BigInt")
    func baseFieldAgainstBigInt() { expectIntegersModulo(BN254Fields.Base.self, seed: 3) }

    @Test("BN254 scalar field against BigInt")
    func scalarFieldAgainstBigInt() { expectIntegersModulo(BN254Fields.Scalar.self, seed: 4) }

    /// Compares every operation with integer arithmetic, for random and for extreme values.
    private func expectIntegersModulo<F: PrimeField>(_ field: F.Type, seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let p = F.modulus
        var values: [BigInt] = [0, 1, 2, p - 1, p - 2, (p - 1) / 2, (p + 1) / 2]
        // Limbs of ones and zeros, as far as they stay below p.
        for mask in 0..<16 {
            let limbs = (0..<4).map { (mask >> $0) & 1 == 1 ? BigInt(UInt64.max) << (64 * $0) : 0 }
            values.append(limbs.reduce(0, +) % p)
        }
        values += [BigInt(1) << 64, BigInt(1) << 128, BigInt(1) << 192, BigInt(1) << 253 - 1]
        values += (0..<40).map { _ in F.random(using: &generator).integer }
        for a in values {
            let x = F(integer: a)
            #expect(x.integer == a)
            #expect((-x).integer == (p - a) % p)
            #expect(x.squared().integer == a * a % p)
            #expect(x.doubled().integer == 2 * a % p)
            #expect(x.inverse()?.integer == (a == 0 ? nil : a.inverse(p)))
            #expect(x.description == String(a))
            #expect(F(decimal: String(a)) == x)
            for b in values {
                let y = F(integer: b)
                #expect((x + y).integer == (a + b) % p)
                #expect((x - y).integer == (a - b).modulus(p))
                #expect((x * y).integer == a * b % p)
            }
        }
    }

    @Test("Values of p and above are refused, in every encoding")
    func nonCanonicalValues() {
        expectRefusal(BN254Fields.Base.self)
        expectRefusal(BN254Fields.Scalar.self)
    }

    private func expectRefusal<F: PrimeField & CoordinateField>(_ field: F.Type) {
        let p = F.modulus
        let allOnes = BigInt(1) << (64 * F.wordCount) - 1
        for value in [p, p + 1, 2 * p, allOnes] {
            let words = (0..<F.wordCount).map {
                UInt64(truncatingIfNeeded: value >> (64 * $0) & BigInt(UInt64.max))
            }
            let bytes = words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
            #expect(F(canonicalWords: words) == nil)
            #expect(F(littleEndianBytes: bytes) == nil)
            #expect(F(montgomeryLittleEndianBytes: bytes) == nil)
            #expect(F(decimal: String(value)) == nil)
        }
        for text in ["", "-1", "+1", "01", " 1", "1 ", "0x1", "1.0"] { #expect(F(decimal: text) == nil) }
        #expect(F(canonicalWords: [1]) == nil)
    }

    @Test("Montgomery bytes hold x R mod p")
    func montgomeryBytes() {
        var generator = SeededGenerator(seed: 5)
        let p = BN254Fields.Base.modulus
        for _ in 0..<20 {
            let x = BN254Fields.Base.random(using: &generator)
            let bytes = x.montgomeryLittleEndianBytes
            let value = bytes.reversed().reduce(BigInt(0)) { $0 << 8 + BigInt($1) }
            #expect(value == (x.integer << 256) % p)
        }
    }

    @Test("Signed and 128-bit integers")
    func integers() {
        typealias F = BN254Fields.Scalar
        for value: Int128 in [
            0, 1, -1, Int128(Int.max), Int128(Int.min), 1 << 64, -(1 << 64), .max, .min + 1,
        ] {
            #expect(F(value).integer == BigInt(value).modulus(F.modulus))
            #expect(F(value).signedInteger == value)
        }
        #expect(F(Int.min).integer == BigInt(Int.min).modulus(F.modulus))
        #expect(F(UInt64.max).integer == BigInt(UInt64.max))
        #expect((F(Int128.max) * 4).signedInteger == nil)
    }

    @Test("Roots of unity have their order")
    func rootsOfUnity() {
        typealias F = BN254Fields.Scalar
        #expect(F.twoAdicity == 28)
        for exponent in 1...F.twoAdicity {
            var power = F.rootOfUnity(ofOrderTwoToThe: exponent)
            for _ in 1..<exponent { power = power.squared() }
            #expect(power == -F.one)
        }
        // The value that snarkjs computes for the largest domain.
        let largest = BigInt(5).power((F.modulus - 1) >> 28, modulus: F.modulus)
        #expect(F.rootOfUnity(ofOrderTwoToThe: 28).integer == largest)
    }

    @Test("Random elements fill the range")
    func randomElements() {
        var generator = SeededGenerator(seed: 6)
        let p = BN254Fields.Scalar.modulus
        var quarters = [0, 0, 0, 0]
        for _ in 0..<4000 {
            quarters[Int(BN254Fields.Scalar.random(using: &generator).integer * 4 / p)] += 1
        }
        #expect(quarters.allSatisfy { (850...1150).contains($0) })
    }
}
