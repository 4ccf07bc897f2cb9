import ConstraintSystem
import FiniteFields
import NeuralNetworks

/// A made-up circuit that fills a domain, with a witness.
struct SampleCircuit<F: PrimeField> {
    let system: RankOneConstraintSystem<F>
    /// All wires, the constant 1 first.
    let values: [F]

    /// The one public output.
    var publicValues: [F] { [values[1]] }

    /// A chain of products x_(i+2) = x_i x_(i+1), 19 of 20 of them replaced by bits where `values` says so;
    /// the output is the last of the chain.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    init(logarithm: Int, values kind: Groth16Benchmark.Values) {
        typealias Combination = LinearCombination<F>
        var generator = SeededGenerator(seed: 1)
        // With one public wire the domain of 2^k has room for 2^k − 2 constraints.
        let count = 1 << logarithm - 2
        var values: [F] = [.one, .zero, .random(using: &generator), .random(using: &generator)]
        var constraints: [Constraint<F>] = []
        constraints.reserveCapacity(count)
        var (previous, last) = (2, 3)
        while constraints.count < count - 1 {
            let wire = values.count
            if kind == .bits, constraints.count % 20 != 0 {
                let bit = Combination(Wire(wire))
                values.append(Bool.random(using: &generator) ? .one : .zero)
                constraints.append(Constraint(bit, bit - 1, 0))
            } else {
                values.append(values[previous] * values[last])
                constraints.append(
                    Constraint(
                        Combination(Wire(previous)), Combination(Wire(last)), Combination(Wire(wire))))
                (previous, last) = (last, wire)
            }
        }
        values[1] = values[last]
        constraints.append(Constraint(Combination(Wire(last)), 1, Combination(Wire(1))))
        self.values = values
        system = RankOneConstraintSystem(
            publicOutputCount: 1, publicInputCount: 0, wireCount: values.count, constraints: constraints)
    }
}
