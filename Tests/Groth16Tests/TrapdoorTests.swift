import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

/// A setup that is unlucky in what it draws begins anew.
@Suite struct TrapdoorTests {
    /// Yields chosen field elements, then goes on at random.
    private struct UnluckyGenerator: RandomNumberGenerator {
        private var words: ArraySlice<UInt64>
        private var rest: SeededGenerator

        init(_ elements: [F], then rest: SeededGenerator) {
            // `PrimeField.random` takes words from the lowest to the highest, without the unused bits of that.
            words =
                elements.flatMap { element in
                    var words = element.canonicalWords
                    words[words.count - 1] <<= UInt64(words.count * 64 - F.modulusBitCount)
                    return words
                }[...]
            self.rest = rest
        }

        mutating func next() -> UInt64 { words.popFirst() ?? rest.next() }
    }

    private let system: RankOneConstraintSystem<F>

    init() {
        var generator = SeededGenerator(seed: 80)
        system = RandomSystem(outputs: 1, inputs: 1, constraints: 4, using: &generator).system
    }

    private func key(drawing elements: [F]) throws -> ProvingKey<BN254> {
        var generator = UnluckyGenerator(elements, then: SeededGenerator(seed: 81))
        return try setup(system, on: BN254.self, using: &generator)
    }

    /// The order is τ, α, β, δ; m + ℓ = 6, so the domain has 8 points, and 16 with the odd ones between.
    @Test(arguments: [
        [F(1), 2, 3, 4], [F.rootOfUnity(ofOrderTwoToThe: 3), 2, 3, 4],
        [F.rootOfUnity(ofOrderTwoToThe: 4), 2, 3, 4],
        [F.rootOfUnity(ofOrderTwoToThe: 4).inverse()!, 2, 3, 4],
        [F(5), 2, 3, 1], [F(5), 2, 3, -1], [F(0), 1, 0, 2, 0, 3, 0, 4],
    ])
    func unusableNumbersAreDrawnAgain(elements: [F]) throws {
        #expect(try key(drawing: elements) == key(drawing: []))
    }

    @Test func usableNumbersAreTaken() throws {
        let key = try key(drawing: [F.rootOfUnity(ofOrderTwoToThe: 5), 2, 3, 4])
        #expect(key.verifyingKey.alpha1 == BN254.G1.generator.multiplied(by: 2).affine)
        #expect(key.verifyingKey.beta2 == BN254.G2.generator.multiplied(by: 3).affine)
        #expect(key.beta1 == BN254.G1.generator.multiplied(by: 3).affine)
        #expect(key.verifyingKey.delta2 == BN254.G2.generator.multiplied(by: 4).affine)
        #expect(key.delta1 == BN254.G1.generator.multiplied(by: 4).affine)
    }
}
