import Benchmark
import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16

/// Keys, proofs and their verification, for systems that fill their domains.
func groth16Benchmarks<Curve: PairingCurve>(_ name: String, _ curve: Curve.Type) {
    for logarithm in Sizes.logarithms {
        Benchmark("\(name) setup 2^\(logarithm)") { _, sample in
            blackHole(try setup(sample.system, on: Curve.self))
        } setup: {
            SampleSystem<Curve.ScalarField>(logarithm: logarithm)
        }
        Benchmark("\(name) prove 2^\(logarithm)") { _, statement in
            blackHole(try statement.prove())
        } setup: {
            try Statement<Curve>(SampleSystem(logarithm: logarithm))
        }
        Benchmark("\(name) prove 2^\(logarithm), 95 % bits") { _, statement in
            blackHole(try statement.prove())
        } setup: {
            try Statement<Curve>(SampleSystem(logarithm: logarithm, withBits: true))
        }
    }
    // What a proof is about does not matter to its verifier, but for the number of public values. 794 are
    // the pixels of an image and ten logits.
    for count in [1, 794] {
        Benchmark("\(name) verify, public values: \(count)") { _, verification in
            guard verification.run() == .accepted else { fatalError("an honest proof is rejected") }
        } setup: {
            try Verification(Statement<Curve>(SampleSystem(logarithm: 10, publicInputCount: count - 1)))
        }
    }
}

/// A system with a key and a witness.
private final class Statement<Curve: PairingCurve> {
    let key: ProvingKey<Curve>
    let publicValues: [Curve.ScalarField]
    private let matrices: ConstraintMatrices<Curve.ScalarField>
    private let witness: Witness<Curve.ScalarField>

    init(_ sample: SampleSystem<Curve.ScalarField>) throws {
        key = try setup(sample.system, on: Curve.self)
        publicValues = sample.publicValues
        matrices = ConstraintMatrices(sample.system)
        witness = Witness(sample.values)
    }

    func prove() throws -> Proof<Curve> { try Groth16.prove(witness, of: matrices, with: key) }
}

private struct Verification<Curve: PairingCurve> {
    private let key: PreparedVerifyingKey<Curve>
    private let proof: Proof<Curve>
    private let publicValues: [Curve.ScalarField]

    init(_ statement: Statement<Curve>) throws {
        key = try PreparedVerifyingKey(statement.key.verifyingKey, ranges: nil, allowingDevelopmentKey: true)
        proof = try statement.prove()
        publicValues = statement.publicValues
    }

    func run() -> Verdict { verify(proof, publicInputs: publicValues, with: key) }
}
