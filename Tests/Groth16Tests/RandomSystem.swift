import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport

typealias F = BN254.ScalarField

/// A random satisfiable system with its witness: each constraint multiplies two random sums of earlier
/// wires into a new one; the last ones define the public outputs.
struct RandomSystem {
    let system: RankOneConstraintSystem<F>
    let values: [F]

    init(
        outputs: Int, inputs: Int, constraints: Int, using generator: inout SeededGenerator
    ) {
        precondition(constraints >= outputs, "every output is defined")
        let products = constraints - outputs
        var values: [F] = [1] + (0..<outputs).map { _ in 0 }
        for _ in 0..<inputs { values.append(F.random(using: &generator)) }
        var rows: [Constraint<F>] = []

        func sum(using generator: inout SeededGenerator) -> (LinearCombination<F>, F) {
            var terms: [LinearCombination<F>.Term] = []
            var value: F = 0
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                var wire = 0
                repeat {
                    wire = Int.random(in: 0..<values.count, using: &generator)
                } while (1...max(
                    1, outputs)).contains(wire) && outputs > 0
                let coefficient =
                    Bool.random(using: &generator) ? F.random(using: &generator) : F(Int.random(in: -3...3))
                terms.append(.init(Wire(wire), coefficient))
                value += coefficient * values[wire]
            }
            return (.sum(ofTerms: terms), value)
        }
        for _ in 0..<products {
            let (a, left) = sum(using: &generator)
            let (b, right) = sum(using: &generator)
            rows.append(Constraint(a, b, LinearCombination(Wire(values.count))))
            values.append(left * right)
        }
        for output in 0..<outputs {
            let (a, left) = sum(using: &generator)
            let (b, right) = sum(using: &generator)
            rows.append(Constraint(a, b, LinearCombination(Wire(output + 1))))
            values[output + 1] = left * right
        }
        system = RankOneConstraintSystem(
            publicOutputCount: outputs, publicInputCount: inputs, wireCount: values.count, constraints: rows)
        self.values = values
    }

    var matrices: ConstraintMatrices<F> { ConstraintMatrices(system) }
    var publicInputs: [F] { Array(values[1..<1 + system.publicCount]) }
}

/// A system with a key and a proof, as most tests want it.
struct ProvenSystem {
    let system: RandomSystem
    let key: ProvingKey<BN254>
    let verifier: PreparedVerifyingKey<BN254>
    let proof: Proof<BN254>
    var publicInputs: [F] { system.publicInputs }

    init(outputs: Int = 1, inputs: Int = 2, constraints: Int = 5, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        system = RandomSystem(
            outputs: outputs, inputs: inputs, constraints: constraints, using: &generator)
        key = try setup(system.system, on: BN254.self, using: &generator)
        verifier = try PreparedVerifyingKey(key.verifyingKey, allowingDevelopmentKey: true)
        proof = try prove(Witness(system.values), of: system.matrices, with: key, using: &generator)
    }
}
