import ConstraintSystem
import FiniteFields
import TestSupport
import Testing

/// The most important property of the audit: what passes has at most one witness. The oracle tries all
/// assignments and knows nothing of rules.
@Suite("Soundness of the determinism audit")
struct AuditSoundnessTests {
    /// How much the comparison saw, so that it cannot become empty unnoticed.
    struct Tally {
        var passed = 0
        var refused = 0
        /// Passed, with a witness for some input.
        var satisfiable = 0
        /// Refused, with two witnesses for some input.
        var ambiguous = 0
        var rules: [AuditRule: Int] = [:]
    }

    private func compare<F: PrimeField>(
        _ field: F.Type, unknowns: Int, seeds: Range<UInt64>, searchesRefused: Bool
    ) -> Tally {
        compare(seeds, searchesRefused) { RandomStatement<F>.system(seed: $0, unknowns: unknowns) }
    }

    private func compare<F: PrimeField>(
        _ seeds: Range<UInt64>, _ searchesRefused: Bool, _ system: (UInt64) -> RankOneConstraintSystem<F>
    ) -> Tally {
        var tally = Tally()
        for seed in seeds {
            let system = system(seed)
            let audit = DeterminismAudit(system)
            expectUniqueness(audit, system, seed, searchesRefused: searchesRefused, &tally)
            // And after the deletion of each constraint, which is another way through the audit.
            for constraint in system.constraints.indices {
                guard audit.verdict(withoutConstraint: constraint) == .stillDeterministic else { continue }
                let mutant = system.removing(constraint)
                let counts = witnessCounts(mutant)
                #expect(counts.allSatisfy { $0 <= 1 }, "\(F.self) \(seed) without \(constraint)")
            }
        }
        return tally
    }

    private func expectUniqueness<F: PrimeField>(
        _ audit: DeterminismAudit<F>, _ system: RankOneConstraintSystem<F>, _ seed: UInt64,
        searchesRefused: Bool, _ tally: inout Tally
    ) {
        let report = audit.run()
        if report.isDeterministic {
            let counts = witnessCounts(system)
            #expect(counts.allSatisfy { $0 <= 1 }, "\(F.self) \(seed)")
            tally.passed += 1
            if counts.contains(1) { tally.satisfiable += 1 }
            for rule in AuditRule.allCases where report.derivedCount(by: rule) > 0 {
                tally.rules[rule, default: 0] += 1
            }
        } else {
            tally.refused += 1
            if searchesRefused, witnessCounts(system).contains(2) { tally.ambiguous += 1 }
        }
    }

    /// The number of witnesses for each input, 2 standing for more.
    private func witnessCounts<F: PrimeField>(_ system: RankOneConstraintSystem<F>) -> [Int] {
        let search = AssignmentSearch(system)
        return (0..<Int(F.modulusWords[0])).map { search.assignments(publicInputs: [$0], limit: 2).count }
    }

    /// The comparison has something to say of every rule that wires are derived by.
    private func expectEveryRule(_ tally: Tally) {
        for rule in AuditRule.allCases where ![.argmax, .sum].contains(rule) {
            #expect(tally.rules[rule, default: 0] >= 5, "\(rule)")
        }
    }

    @Test("Modulo 7, up to six unknowns")
    func modulo7() {
        let tally = compare(F7.self, unknowns: 6, seeds: 0..<2000, searchesRefused: true)
        #expect(tally.satisfiable > 60 && tally.ambiguous > 100)
    }

    @Test("Modulo 13, up to five unknowns")
    func modulo13() {
        let tally = compare(F13.self, unknowns: 5, seeds: 0..<3000, searchesRefused: false)
        #expect(tally.satisfiable > 100)
        expectEveryRule(tally)
    }

    @Test("Modulo 31, up to five unknowns")
    func modulo31() {
        let tally = compare(F31.self, unknowns: 5, seeds: 0..<500, searchesRefused: false)
        #expect(tally.satisfiable > 30)
    }

    /// Systems in which several outputs stand in several equations.
    @Test("Outputs in the place of other wires, modulo 7 and 13")
    func eliminatedOutputs() {
        let small = compare(0..<2000, true) {
            RandomStatement<F7>.systemWithEliminatedOutputs(seed: $0, unknowns: 5)
        }
        #expect(small.satisfiable > 60 && small.ambiguous > 100)
        #expect(small.rules[.sum, default: 0] >= 20)
        let larger = compare(0..<1000, false) {
            RandomStatement<F13>.systemWithEliminatedOutputs(seed: $0, unknowns: 4)
        }
        #expect(larger.rules[.sum, default: 0] >= 10 && larger.satisfiable > 30)
    }

    @Test("First largest values modulo 13 and 31")
    func argmax() {
        let small = compare(0..<2000, false) { RandomStatement<F13>.argmaxSystem(seed: $0) }
        let larger = compare(0..<500, false) { RandomStatement<F31>.argmaxSystem(seed: $0) }
        #expect(small.rules[.argmax, default: 0] >= 10 && larger.rules[.argmax, default: 0] >= 10)
    }

    @Test("Modulo 97, up to three unknowns")
    func modulo97() {
        let tally = compare(F97.self, unknowns: 3, seeds: 0..<500, searchesRefused: false)
        #expect(tally.satisfiable > 50)
    }
}
