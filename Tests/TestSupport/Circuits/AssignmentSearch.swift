public import ConstraintSystem
public import FiniteFields

/// Finds every satisfying assignment of a constraint system over a small field by trying all values:
/// an oracle for uniqueness that knows nothing of gadgets, and computes with plain integers.
public struct AssignmentSearch {
    private typealias Side = [(wire: Int, coefficient: UInt64)]
    private typealias Equation = (a: Side, b: Side, c: Side)

    private let p: UInt64
    private let wireCount: Int
    private let outputCount: Int
    /// The wires that are not given, private ones before outputs, in the order of trying.
    private let unknowns: [Int]
    /// The constraints that can be checked as soon as the unknown before that position has a value.
    private let checks: [[Equation]]

    public init(_ system: RankOneConstraintSystem<some PrimeField>) {
        p = Self.modulus(of: system)
        wireCount = system.wireCount
        outputCount = system.publicOutputCount
        let unknowns =
            Array(system.publicCount + 1..<system.wireCount) + Array(1..<system.publicOutputCount + 1)
        let position = Dictionary(uniqueKeysWithValues: zip(unknowns, 1...))
        var checks = [[Equation]](repeating: [], count: unknowns.count + 1)
        for constraint in system.constraints {
            let sides = [constraint.a, constraint.b, constraint.c].map { combination in
                combination.terms.map { (Int($0.wire.index), $0.coefficient.canonicalWords[0]) }
            }
            let last = sides.joined().map { position[$0.0] ?? 0 }.max() ?? 0
            checks[last].append((sides[0], sides[1], sides[2]))
        }
        self.unknowns = unknowns
        self.checks = checks
    }

    private static func modulus<F: PrimeField>(of system: RankOneConstraintSystem<F>) -> UInt64 {
        precondition(F.modulusBitCount <= 20, "only small fields can be searched")
        return F.modulusWords[0]
    }

    /// Returns the satisfying assignments with these public inputs, all wires in order, at most `limit`.
    public func assignments(publicInputs: [Int], limit: Int = .max) -> [[UInt64]] {
        var values = [UInt64](repeating: 0, count: wireCount)
        values[0] = 1
        for (index, input) in publicInputs.enumerated() {
            let remainder = input % Int(p)
            values[1 + outputCount + index] = UInt64(remainder < 0 ? remainder + Int(p) : remainder)
        }
        var found: [[UInt64]] = []
        search(0, &values, &found, limit)
        return found
    }

    private func search(_ position: Int, _ values: inout [UInt64], _ found: inout [[UInt64]], _ limit: Int) {
        for equation in checks[position] where !holds(equation, values) { return }
        guard position < unknowns.count else { return found.append(values) }
        for element in 0..<p where found.count < limit {
            values[unknowns[position]] = element
            search(position + 1, &values, &found, limit)
        }
    }

    private func holds(_ equation: Equation, _ values: [UInt64]) -> Bool {
        (value(equation.a, values) * value(equation.b, values)) % p == value(equation.c, values)
    }

    private func value(_ side: Side, _ values: [UInt64]) -> UInt64 {
        var sum: UInt64 = 0
        for term in side { sum += term.coefficient * values[term.wire] }
        return sum % p
    }
}
