import ConstraintSystem
import FiniteFields

/// A system that fills a domain of 2^k rows, with a witness.
struct SampleSystem<F: PrimeField> {
    let system: RankOneConstraintSystem<F>
    /// All wires, the constant 1 first.
    let values: [F]

    /// A chain of products x_(i+2) = x_i x_(i+1) whose last one is the public output.
    ///
    /// - Parameters:
    ///   - publicInputCount: public wires that nothing reads.
    ///   - withBits: of twenty products, nineteen are checks of bits in place of that.
    init(logarithm: Int, publicInputCount: Int = 0, withBits: Bool = false) {
        func combination(_ wire: Int) -> LinearCombination<F> { LinearCombination(Wire(wire)) }
        var generator = SeededGenerator()
        // The setup adds a row for the constant and for each public wire.
        let count = 1 << logarithm - 2 - publicInputCount
        precondition(count > 1, "the public inputs leave room for a chain")
        var values: [F] = [.one] + [F](repeating: .zero, count: 1 + publicInputCount)
        var (previous, last) = (values.count, values.count + 1)
        values += [.random(using: &generator), .random(using: &generator)]
        var constraints: [Constraint<F>] = []
        for row in 0..<count - 1 {
            let wire = values.count
            if withBits, row % 20 != 0 {
                values.append(Bool.random(using: &generator) ? .one : .zero)
                constraints.append(Constraint(combination(wire), combination(wire) - 1, 0))
            } else {
                values.append(values[previous] * values[last])
                constraints.append(
                    Constraint(combination(previous), combination(last), combination(wire)))
                (previous, last) = (last, wire)
            }
        }
        values[1] = values[last]
        constraints.append(Constraint(combination(last), 1, combination(1)))
        self.values = values
        system = RankOneConstraintSystem(
            publicOutputCount: 1, publicInputCount: publicInputCount, wireCount: values.count,
            constraints: constraints)
    }

    var publicValues: [F] { Array(values[1..<1 + system.publicCount]) }
}
