import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport

typealias F = BN254.ScalarField

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
