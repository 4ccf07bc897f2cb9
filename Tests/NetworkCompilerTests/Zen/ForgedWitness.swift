import ConstraintSystem
import FiniteFields

/// What a cheating prover does: takes an honest witness, chooses some wires otherwise, and lets all others that
/// depend on them follow.
struct ForgedWitness<F: PrimeField> {
    private(set) var values: [F]

    init(_ honest: borrowing Witness<F>, of circuit: Circuit<F>, choosing choices: [Int: F]) {
        values = honest.withUnsafeBufferPointer { Array($0) }
        for (wire, value) in choices { values[wire] = value }
        for step in circuit.steps where !step.wires.contains(where: { choices[$0] != nil }) {
            for (wire, value) in zip(step.wires, results(of: step.rule)) { values[wire] = value }
        }
    }

    private func results(of rule: WitnessRule<F>) -> [F] {
        switch rule {
        case .value(let a): [value(a)]
        case .product(let a, let b, let c): [value(a) * value(b) + value(c)]
        case .bits(let a, let width, let dropping):
            digits(of: value(a), [Int](repeating: 1, count: width), dropping)
        case .digits(let a, let widths, let dropping): digits(of: value(a), widths, dropping)
        case .roundedMagnitude, .digit: preconditionFailure("not in these circuits")
        }
    }

    private func value(_ combination: LinearCombination<F>) -> F {
        values.withUnsafeBufferPointer { combination.evaluated(on: $0) }
    }

    private func digits(of value: F, _ widths: [Int], _ dropping: Int) -> [F] {
        var rest = value.canonicalWords
        let digits = widths.map { width in
            defer { rest = rest.shiftedRight(by: width) }
            let low = UInt128(rest[0]) | UInt128(rest.count > 1 ? rest[1] : 0) << 64
            return F(Int128(low & (1 << UInt128(width) - 1)))
        }
        return Array(digits[dropping...])
    }
}

extension Circuit {
    /// The constraints of the region of this path.
    func constraints(of path: String) -> Range<Int>? { regions.first { $0.path == path }?.constraints }

    /// The system without some constraints: a circuit whose author forgot them.
    func forgetting(_ constraints: Range<Int>) -> RankOneConstraintSystem<F> {
        RankOneConstraintSystem(
            publicOutputCount: system.publicOutputCount, publicInputCount: system.publicInputCount,
            wireCount: system.wireCount,
            constraints: Array(system.constraints[..<constraints.lowerBound])
                + system.constraints[constraints.upperBound...])
    }

    /// The wires of the step of some kind that made the region's wires first.
    func wires(of path: String, where isWanted: (WitnessRule<F>) -> Bool) -> Range<Int>? {
        steps.first { isWanted($0.rule) && region(of: $0.firstWire) == path }?.wires
    }
}
