public import ConstraintSystem
public import FiniteFields

/// A random satisfiable system with its witness: each constraint multiplies two random sums of earlier
/// wires into a new one, or into a random sum with it; the last ones define the public outputs.
public struct RandomSystem<F: PrimeField>: Sendable {
    public let system: RankOneConstraintSystem<F>
    public let values: [F]

    /// - Parameter hasSums: whether the third factors are sums too.
    /// - Precondition: there are as many constraints as outputs, or more.
    public init(
        outputs: Int, inputs: Int, constraints: Int, hasSums: Bool = false,
        using generator: inout SeededGenerator
    ) {
        precondition(constraints >= outputs, "every output is defined")
        var values: [F] = [1] + [F](repeating: 0, count: outputs)
        for _ in 0..<inputs { values.append(F.random(using: &generator)) }
        var rows: [Constraint<F>] = []
        for row in 0..<constraints {
            let (a, left) = Self.sum(of: values, outputs: outputs, using: &generator)
            let (b, right) = Self.sum(of: values, outputs: outputs, using: &generator)
            let output = row - (constraints - outputs) + 1
            let wire = output > 0 ? output : values.count
            var c = LinearCombination<F>(Wire(wire))
            var value = left * right
            if hasSums {
                let (others, sum) = Self.sum(of: values, outputs: outputs, using: &generator)
                let factor = F.random(using: &generator)
                guard let inverse = factor.inverse() else { preconditionFailure("zero has no chance") }
                c = .sum(ofTerms: others.terms + [.init(Wire(wire), factor)])
                value = (value - sum) * inverse
            }
            rows.append(Constraint(a, b, c))
            if output > 0 {
                values[wire] = value
            } else {
                values.append(value)
            }
        }
        system = RankOneConstraintSystem(
            publicOutputCount: outputs, publicInputCount: inputs, wireCount: values.count, constraints: rows)
        self.values = values
    }

    /// Returns a random sum of one to four wires other than outputs, and its value.
    private static func sum(
        of values: [F], outputs: Int, using generator: inout SeededGenerator
    ) -> (LinearCombination<F>, F) {
        let wires = [0] + Array((1 + outputs)..<max(1 + outputs, values.count))
        let terms = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
            LinearCombination<F>.Term(
                Wire(wires.randomElement(using: &generator)!),
                Bool.random(using: &generator)
                    ? F.random(using: &generator) : F(Int.random(in: -3...3, using: &generator)))
        }
        let value = terms.reduce(F.zero) { $0 + $1.coefficient * values[Int($1.wire.index)] }
        return (.sum(ofTerms: terms), value)
    }

    public var matrices: ConstraintMatrices<F> { ConstraintMatrices(system) }
    public var publicInputs: [F] { Array(values[1..<1 + system.publicCount]) }
}
