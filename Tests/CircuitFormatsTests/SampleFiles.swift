import CircuitFormats
import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport

typealias F = BN254.ScalarField

/// One small circuit in every kind of file.
struct SampleFiles {
    let sample: RandomSystem
    let key: ProvingKey<BN254>
    let proof: Proof<BN254>
    let hash = (0..<64).map { UInt8($0) }

    init(outputs: Int = 2, inputs: Int = 2, constraints: Int = 7, seed: UInt64 = 50) throws {
        var generator = SeededGenerator(seed: seed)
        sample = RandomSystem(outputs: outputs, inputs: inputs, constraints: constraints, using: &generator)
        key = try setup(sample.system, on: BN254.self, using: &generator)
        proof = try prove(Witness(sample.values), of: sample.matrices, with: key, using: &generator)
    }

    var r1cs: [UInt8] { R1CSFile(sample.system).encoded() }
    var wtns: [UInt8] { WitnessFile.encode(Witness(sample.values)) }
    var zkeyFile: ZKeyFile<BN254> {
        ZKeyFile(key, a: sample.matrices.a, b: sample.matrices.b, circuitHash: hash)
    }
    var zkey: [UInt8] { zkeyFile.encoded() }
    var proofJSON: [UInt8] { ProofFile.encode(proof) }
    var publicJSON: [UInt8] { PublicInputsFile.encode(sample.publicInputs) }
    var verifyingKeyFile: VerifyingKeyFile<BN254> { VerifyingKeyFile(key.verifyingKey) }
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
