import ConstraintSystem
import FiniteFields
import TestSupport
import Testing

/// Ranges that the verifier checks of outputs: what follows from them, and what does not.
@Suite("Ranges of outputs in the determinism audit")
struct AuditRangeTests {
    /// Outputs z_j and one input x with `x = Σ radix^j z_j`: packed logits that no constraint bounds.
    private func pack<F: PrimeField>(_ count: Int, radix: F) -> RankOneConstraintSystem<F> {
        let sum = LinearCombination.sum(
            of: (0..<count).map { (radix.power(UInt64($0)), LinearCombination<F>(Wire(1 + $0))) })
        return RankOneConstraintSystem(
            publicOutputCount: count, publicInputCount: 1, wireCount: 2 + count,
            constraints: [Constraint(LinearCombination(Wire(1 + count)), 1, sum)])
    }

    @Test("Packed logits: unique with their ranges, free without, free with one bit more")
    func packedLogits() {
        typealias F = BN254Fields.Scalar
        let system: RankOneConstraintSystem<F> = pack(9, radix: F(2).power(26))
        let window = -(Int128(1) << 25)...(Int128(1) << 25) - 1
        let windows = Array(repeating: window, count: 9)
        let report = DeterminismAudit(system, outputRanges: windows).run()
        #expect(report.isDeterministic && report.derivedCount(by: .digits) == 9)
        #expect(!DeterminismAudit(system).run().isDeterministic)
        for row in 0..<8 {
            var wider = windows
            wider[row] = 2 * window.lowerBound...2 * window.upperBound + 1
            #expect(DeterminismAudit(system, outputRanges: wider).run().undetermined.count == 9)
            // Where it begins plays no part.
            wider[row] = 0...window.upperBound - window.lowerBound
            #expect(DeterminismAudit(system, outputRanges: wider).run().isDeterministic)
            wider[row] = 0...window.upperBound - window.lowerBound + 1
            #expect(!DeterminismAudit(system, outputRanges: wider).run().isDeterministic)
        }
    }

    @Test("Nine rows of 28 bits and one of 1 bit fill the field; one of 2 bits does not fit")
    func packUpToTheModulus() {
        typealias F = BN254Fields.Scalar
        let row = Int128(0)...(1 << 28) - 1
        for (bits, fits) in [(1, true), (2, false)] {
            // 9 · 28 = 252 bits, and 2^253 ≤ p < 2^254.
            let system: RankOneConstraintSystem<F> = pack(10, radix: F(2).power(28))
            let ranges = Array(repeating: row, count: 9) + [0...(Int128(1) << Int128(bits)) - 1]
            #expect(DeterminismAudit(system, outputRanges: ranges).run().isDeterministic == fits)
        }
    }

    /// Widths around every bound of `z_0 + 8 z_1` modulo 97, against a list of all assignments.
    @Test("Two packed rows over a small field", arguments: [(0, 0), (-4, -5), (90, 3)])
    func exhaustiveWidths(_ low0: Int128, _ low1: Int128) {
        let system: RankOneConstraintSystem<F97> = pack(2, radix: F97(8))
        let search = AssignmentSearch(system)
        let assignments = (0..<97).flatMap { search.assignments(publicInputs: [$0]) }
        #expect(assignments.count == 97 * 97)
        for width0 in [0, 1, 6, 7, 8, 9, 16] as [Int128] {
            for width1 in [0, 1, 2, 10, 11, 12, 13] as [Int128] {
                let ranges = [low0...low0 + width0, low1...low1 + width1]
                let passes = DeterminismAudit(system, outputRanges: ranges).run().isDeterministic
                let isUnique = !hasTwo(assignments, outputs: ranges, modulus: 97)
                #expect(!passes || isUnique, "\(ranges)")
                // Where the widths are those of digits, the audit says so; one bit more, and it does not.
                let areDigits = (width0 < 8 || width1 == 0) && width0 + 8 * width1 <= 96
                #expect(!areDigits || passes, "\(ranges)")
                if width0 >= 8, width1 >= 1 { #expect(!isUnique && !passes, "\(ranges)") }
            }
        }
    }

    /// Whether two assignments with the same input have outputs in the ranges.
    private func hasTwo(
        _ assignments: [[UInt64]], outputs: [ClosedRange<Int128>], modulus: Int128
    ) -> Bool {
        let accepted = outputs.map { range in
            Set(range.map { UInt64(($0 % modulus + modulus) % modulus) })
        }
        var seen: Set<UInt64> = []
        for values in assignments where accepted.indices.allSatisfy({ accepted[$0].contains(values[1 + $0]) })
        {
            if !seen.insert(values[1 + outputs.count]).inserted { return true }
        }
        return false
    }

    @Test("A range as wide as the field says nothing, one value is known, and rows inside profit")
    func edges() {
        typealias F = F97
        let idle = RankOneConstraintSystem<F>(
            publicOutputCount: 1, publicInputCount: 0, wireCount: 2, constraints: [])
        for (range, passes) in [
            (0...0, true), (5...5, true), (0...1, false), (0...95, false), (0...96, false),
            (-200...200, false),
            (Int128.min...Int128.max, false),
        ] as [(ClosedRange<Int128>, Bool)] {
            #expect(DeterminismAudit(idle, outputRanges: [range]).run().isDeterministic == passes)
        }
        // A private row that is bound to an output has the output's range.
        let wires = (0..<6).map { LinearCombination<F>(Wire($0)) }
        let bound = RankOneConstraintSystem<F>(
            publicOutputCount: 2, publicInputCount: 1, wireCount: 6,
            constraints: [
                Constraint(wires[3], 1, wires[4] + 8 * wires[5]), Constraint(wires[4], 1, wires[1]),
                Constraint(wires[5] - 3, 1, wires[2]),
            ])
        #expect(DeterminismAudit(bound, outputRanges: [-4...3, -5...5]).run().isDeterministic)
        #expect(!DeterminismAudit(bound).run().isDeterministic)
        #expect(!DeterminismAudit(bound, outputRanges: [-4...4, -5...5]).run().isDeterministic)
    }

    /// What passes with a range has at most one witness with an output in the range, in hundreds of random
    /// systems, most of them faulty, with and without each constraint.
    @Test("Random systems with an output in a range, modulo 7 and 13")
    func randomSystems() {
        let small = passesByRange(F7.self, unknowns: 5, seeds: 0..<500)
        let larger = passesByRange(F13.self, unknowns: 4, seeds: 0..<700)
        #expect(small > 15 && larger > 15)
    }

    /// The number of audits that only pass because of the range.
    private func passesByRange<F: PrimeField>(
        _ field: F.Type, unknowns: Int, seeds: Range<UInt64>
    ) -> Int {
        let modulus = Int128(F.modulusWords[0])
        var count = 0
        for seed in seeds {
            let system = RandomStatement<F>.systemWithOutput(seed: seed, unknowns: unknowns)
            let low = Int128(seed % 5) - 2
            let ranges = [low...low + Int128(seed / 5 % 4)]
            for removed in [nil] + system.constraints.indices.map(Optional.init) {
                let mutant = removed.map(system.removing) ?? system
                guard DeterminismAudit(mutant, outputRanges: ranges).run().isDeterministic,
                    !DeterminismAudit(mutant).run().isDeterministic
                else { continue }
                count += 1
                let search = AssignmentSearch(mutant)
                for input in 0..<Int(modulus) {
                    let found = search.assignments(publicInputs: [input])
                    #expect(!hasTwo(found, outputs: ranges, modulus: modulus), "\(F.self) \(seed)")
                }
            }
        }
        return count
    }
}
