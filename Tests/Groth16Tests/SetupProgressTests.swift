import ConstraintSystem
import EllipticCurves
import Groth16
import TestSupport
import Testing

/// What setup says of how far it is.
@Suite struct SetupProgressTests {
    private func reports(_ system: RankOneConstraintSystem<F>) throws -> [Double] {
        var generator = SeededGenerator(seed: 95)
        var reports: [Double] = []
        _ = try setup(system, on: BN254.self, using: &generator) { reports.append($0) }
        return reports
    }

    private func expectAscent(_ reports: [Double]) {
        #expect(reports.allSatisfy { $0 >= 0 } && reports.last == 1)
        #expect(zip(reports, reports.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test func everyReportIsMore() throws {
        var generator = SeededGenerator(seed: 94)
        for (outputs, inputs, constraints) in [(0, 0, 1), (1, 2, 5), (2, 3, 200)] {
            let sample = RandomSystem<F>(
                outputs: outputs, inputs: inputs, constraints: constraints, using: &generator)
            expectAscent(try reports(sample.system))
        }
    }

    /// Wires that no constraint names cost next to nothing, but they count.
    @Test func largeCircuitsReportMoreOften() throws {
        let wires = 1 << 18 + 2
        let terms: [LinearCombination<F>.Term] = [.init(Wire(1), 1)]
        let combination = LinearCombination<F>(uncheckedTerms: terms)
        let system = RankOneConstraintSystem<F>(
            publicOutputCount: 0, publicInputCount: 0, wireCount: wires,
            constraints: [Constraint(combination, combination, combination)])
        let reports = try reports(system)
        expectAscent(reports)
        // Scalars; three parts for each of A, B in both groups and C; public points and those of the domain.
        #expect(reports.count == 3 + 4 * 3 + 2)
    }
}
