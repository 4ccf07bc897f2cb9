public import ConstraintSystem
public import FiniteFields

/// Finds every satisfying assignment of a constraint system over a small field by trying all values:
/// an oracle for uniqueness that knows nothing of gadgets.
public struct AssignmentSearch<F: PrimeField> {
    /// The wires that are not given, private ones before outputs, in the order of trying.
    private let unknowns: [Int]
    /// The constraints that can be checked as soon as the unknown of that position has a value; first
    /// those without unknowns.
    private let checks: [[Constraint<F>]]
    private let system: RankOneConstraintSystem<F>
    private let elements: [F]

    public init(_ system: RankOneConstraintSystem<F>) {
        self.system = system
        let unknowns =
            Array(system.publicCount + 1..<system.wireCount) + Array(1..<system.publicOutputCount + 1)
        let position = Dictionary(uniqueKeysWithValues: zip(unknowns, 1...))
        var checks = [[Constraint<F>]](repeating: [], count: unknowns.count + 1)
        for constraint in system.constraints {
            let wires = [constraint.a, constraint.b, constraint.c].flatMap { $0.terms.map(\.wire) }
            checks[wires.map { position[Int($0.index)] ?? 0 }.max() ?? 0].append(constraint)
        }
        self.unknowns = unknowns
        self.checks = checks
        elements = (0..<Int(F.modulusWords[0])).map { F($0) }
    }

    /// Returns the satisfying assignments with these public inputs, all wires in order, at most `limit`.
    public func assignments(publicInputs: [F], limit: Int = .max) -> [[F]] {
        var values = [F](repeating: .zero, count: system.wireCount)
        values[0] = .one
        for (index, input) in publicInputs.enumerated() {
            values[1 + system.publicOutputCount + index] = input
        }
        var found: [[F]] = []
        search(0, &values, &found, limit)
        return found
    }

    private func search(_ position: Int, _ values: inout [F], _ found: inout [[F]], _ limit: Int) {
        guard found.count < limit, checks[position].allSatisfy({ holds($0, values) }) else { return }
        guard position < unknowns.count else { return found.append(values) }
        for element in elements {
            values[unknowns[position]] = element
            search(position + 1, &values, &found, limit)
        }
    }

    private func holds(_ constraint: Constraint<F>, _ values: [F]) -> Bool {
        func value(_ combination: LinearCombination<F>) -> F {
            combination.terms.reduce(.zero) { $0 + $1.coefficient * values[Int($1.wire.index)] }
        }
        return value(constraint.a) * value(constraint.b) == value(constraint.c)
    }
}
