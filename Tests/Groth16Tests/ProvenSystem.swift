import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport

typealias F = BN254.ScalarField

/// A system with a key and a proof, as most tests want it.
struct ProvenSystem<Curve: PairingCurve> {
    let system: RandomSystem<Curve.ScalarField>
    let key: ProvingKey<Curve>
    let verifier: PreparedVerifyingKey<Curve>
    let proof: Proof<Curve>
    var publicInputs: [Curve.ScalarField] { system.publicInputs }

    init(outputs: Int = 1, inputs: Int = 2, constraints: Int = 5, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        system = RandomSystem(
            outputs: outputs, inputs: inputs, constraints: constraints, using: &generator)
        key = try setup(system.system, on: Curve.self, using: &generator)
        verifier = try PreparedVerifyingKey(key.verifyingKey, allowingDevelopmentKey: true)
        proof = try prove(Witness(system.values), of: system.matrices, with: key, using: &generator)
    }
}
