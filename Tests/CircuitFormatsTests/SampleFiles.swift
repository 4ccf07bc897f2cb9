import CircuitFormats
import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport

typealias F = BN254.ScalarField

/// One small circuit in every kind of file.
struct SampleFiles<Curve: InterchangeCurve> {
    let sample: RandomSystem<Curve.ScalarField>
    let key: ProvingKey<Curve>
    let proof: Proof<Curve>
    let hash = (0..<64).map { UInt8($0) }

    init(
        outputs: Int = 2, inputs: Int = 2, constraints: Int = 7, hasSums: Bool = false, seed: UInt64 = 50
    ) throws {
        var generator = SeededGenerator(seed: seed)
        sample = RandomSystem(
            outputs: outputs, inputs: inputs, constraints: constraints, hasSums: hasSums, using: &generator)
        key = try setup(sample.system, on: Curve.self, using: &generator)
        proof = try prove(Witness(sample.values), of: sample.matrices, with: key, using: &generator)
    }

    var r1cs: [UInt8] { R1CSFile(sample.system).encoded() }
    var wtns: [UInt8] { WitnessFile.encode(Witness(sample.values)) }
    var zkeyFile: ZKeyFile<Curve> {
        ZKeyFile(key, a: sample.matrices.a, b: sample.matrices.b, circuitHash: hash)
    }
    var zkey: [UInt8] { zkeyFile.encoded() }
    var proofJSON: [UInt8] { ProofFile.encode(proof) }
    var publicJSON: [UInt8] { PublicInputsFile.encode(sample.publicInputs) }
    var verifyingKeyFile: VerifyingKeyFile<Curve> { VerifyingKeyFile(key.verifyingKey) }
}

extension Witness {
    /// The values, in the open.
    borrowing func values() -> [F] { withUnsafeBufferPointer { Array($0) } }
}

/// Returns the error that `body` throws.
func formatError(_ body: () throws(FormatError) -> Void) -> FormatError? {
    do {
        try body()
        return nil
    } catch {
        return error
    }
}
