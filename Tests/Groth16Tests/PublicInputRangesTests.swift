import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

@Suite struct PublicInputRangesTests {
    private typealias Run = PublicInputRanges.Run

    @Test func runsMerge() {
        let ranges = PublicInputRanges([
            Run(count: 2, range: 0...255), Run(count: 0, range: 7...7), Run(count: 3, range: 0...255),
            Run(count: 1, range: -5...5),
        ])
        #expect(ranges.runs == [Run(count: 5, range: 0...255), Run(count: 1, range: -5...5)])
        #expect(ranges.count == 6)
    }

    @Test func bothEndsAreInside() {
        let wide = Int128(1) << 100
        let ranges = PublicInputRanges([
            Run(count: 1, range: 0...255), Run(count: 1, range: -128...127),
            Run(count: 1, range: -wide...wide), Run(count: 1, range: 3...3),
        ])
        let ends = ranges.runs.map { [$0.range.lowerBound, $0.range.upperBound] }
        let inside = ends.map { F($0[0]) }
        #expect(ranges.firstViolation(in: inside) == nil)
        #expect(ranges.firstViolation(in: ends.map { F($0[1]) }) == nil)
        for index in ends.indices {
            for outside in [
                F(ends[index][0] - 1), F(ends[index][1] + 1), F(2).power(200), F(Int128.max), F(Int128.min),
            ] {
                var inputs = inside
                inputs[index] = outside
                #expect(ranges.firstViolation(in: inputs) == index)
            }
        }
    }

    /// The proof is right; the statement is not one that the verifier accepts.
    @Test func rangesArePartOfTheStatement() throws {
        var generator = SeededGenerator(seed: 40)
        // One public input, the square of a private wire.
        let system = RankOneConstraintSystem<F>(
            publicOutputCount: 0, publicInputCount: 1, wireCount: 3,
            constraints: [
                Constraint(
                    LinearCombination(Wire(2)), LinearCombination(Wire(2)), LinearCombination(Wire(1)))
            ])
        let key = try setup(system, on: BN254.self, using: &generator)
        let ranges = PublicInputRanges([Run(count: 1, range: 0...255)])
        let plain = try PreparedVerifyingKey(key.verifyingKey, allowingDevelopmentKey: true)
        let strict = try PreparedVerifyingKey(
            key.verifyingKey, ranges: ranges, allowingDevelopmentKey: true)
        for (root, verdict) in [(15, Verdict.accepted), (16, .rejected(.inputOutOfRange(index: 0)))] {
            let square = F(root * root)
            let proof = try prove(
                Witness([1, square, F(root)]), of: ConstraintMatrices(system), with: key, using: &generator)
            #expect(verify(proof, publicInputs: [square], with: plain) == .accepted)
            #expect(verify(proof, publicInputs: [square], with: strict) == verdict)
            #expect(verifyBatch([Claim(proof, publicInputs: [square])], with: strict) == verdict)
        }
        #expect(throws: KeyError(.wrongRangeCount, "ranges")) {
            _ = try PreparedVerifyingKey(
                key.verifyingKey, ranges: PublicInputRanges(), allowingDevelopmentKey: true)
        }
    }
}
