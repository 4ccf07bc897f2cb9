import FiniteFields
import Polynomials
import TestSupport
import Testing

private typealias F = BN254Fields.Scalar

/// The two backends agree to the bit: `EvaluationDomainTests` says what on.
@Suite("Transforms by both backends", .enabled(if: FieldBackend.vector.isSupported))
struct BackendTests {
    @Test("Every transform", arguments: 0...15)
    func agreement(logarithm: Int) throws { try expectAgreement(F.self, logarithm) }

    @Test("Every transform over a field with a larger modulus", arguments: [6, 9, 12])
    func largeModulus(logarithm: Int) throws {
        try expectAgreement(Fp<BLS12381ScalarParameters>.self, logarithm)
    }

    private func expectAgreement<Parameters>(_ field: Fp<Parameters>.Type, _ logarithm: Int) throws
    where Parameters.Limbs == Limbs4 {
        typealias F = Fp<Parameters>
        let portable = try #require(EvaluationDomain<F>(logarithm: logarithm, backend: .portable))
        let vector = try #require(EvaluationDomain<F>(logarithm: logarithm, backend: .vector))
        var generator = SeededGenerator(seed: UInt64(80 + logarithm))
        let random = (0..<portable.size).map { _ in F.random(using: &generator) }
        let edges: [F] = [
            0, 1, -1, 2, -2, F(uncheckedMontgomery: .init(1)), F(uncheckedMontgomery: .init(.max)),
        ]
        let inputs = [
            random,
            Array(repeating: -1, count: portable.size),
            // Sums of equal signs grow most.
            (0..<portable.size).map { _ in -F(uncheckedMontgomery: .init(1)) },
            (0..<portable.size).map { edges[$0 * 5 % edges.count] },
            (0..<portable.size).map { $0 == portable.size / 2 ? 1 : 0 },
        ]
        for input in inputs {
            for shift: F in [1, -1, 5, random[0]] {
                for transform in transforms(F.self) {
                    var (x, y) = (input, input)
                    transform(portable, &x, shift)
                    transform(vector, &y, shift)
                    #expect(x == y)
                }
            }
        }
    }

    private func transforms<F: PrimeField>(
        _ field: F.Type
    ) -> [(EvaluationDomain<F>, inout [F], F) -> Void] {
        [
            { domain, values, _ in domain.evaluate(&values) },
            { domain, values, _ in domain.interpolate(&values) },
            { domain, values, shift in domain.evaluate(&values, onCosetOf: shift) },
            { domain, values, shift in domain.interpolate(&values, onCosetOf: shift) },
            { domain, values, shift in
                values.withUnsafeMutableBufferPointer { domain.extend($0, toCosetOf: shift) }
            },
        ]
    }

    @Test("One domain, used by several threads at a time")
    func concurrency() async throws {
        let domain = try #require(EvaluationDomain<F>(logarithm: 10, backend: .vector))
        var generator = SeededGenerator(seed: 79)
        let input = (0..<domain.size).map { _ in F.random(using: &generator) }
        await withTaskGroup(of: [F].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    var values = input
                    for _ in 0..<20 {
                        domain.evaluate(&values, onCosetOf: 3)
                        domain.interpolate(&values, onCosetOf: 3)
                    }
                    return values
                }
            }
            for await values in group { #expect(values == input) }
        }
    }
}

/// The scalar field of BLS12-381, whose modulus leaves the least room of all curves in use: 2^260 is 35 p.
private enum BLS12381ScalarParameters: PrimeFieldParameters {
    static var modulus: Limbs4 {
        Limbs4(
            0xffffffff00000001, 0x53bda402fffe5bfe,
            0x3339d80809a1d805, 0x73eda753299d7d48)
    }
    static var modulusBitCount: Int { 255 }
    static var inverse: UInt64 { 0xfffffffeffffffff }
    static var montgomeryOne: Limbs4 {
        Limbs4(
            0x00000001fffffffe, 0x5884b7fa00034802,
            0x998c4fefecbc4ff5, 0x1824b159acc5056f)
    }
    static var montgomeryRSquared: Limbs4 {
        Limbs4(
            0xc999e990f3f29c6d, 0x2b6cedcb87925c23,
            0x05d314967254398f, 0x0748d9d99f59ff11)
    }
    static var nonResidue: Int { 5 }
}
