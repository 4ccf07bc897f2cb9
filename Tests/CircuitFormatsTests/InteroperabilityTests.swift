import CircuitFormats
import ConstraintSystem
import EllipticCurves
import FiniteFields
import Foundation
import Groth16
import TestSupport
import Testing

/// The Swift side of `check_groth16.py`, `check_snarkjs.js` and `check_gnark.go` in `Tests/Interoperability`: files go
/// through a directory that the environment names. Without one, there is nobody to exchange files with.
private let directory = ProcessInfo.processInfo.environment["ESPALIER_INTEROPERABILITY"].map {
    URL(fileURLWithPath: $0, isDirectory: true)
}

@Suite(.enabled(if: directory != nil), .serialized) struct InteroperabilityTests {
    private func url(_ name: String) throws -> URL {
        try #require(directory).appendingPathComponent(name)
    }

    private func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url(name))) }

    @Test func writeFiles() throws {
        try write(SampleFiles<BN254>(outputs: 3, inputs: 5, constraints: 100, seed: 70))
        try write(
            SampleFiles<BLS12381>(outputs: 3, inputs: 5, constraints: 100, seed: 71), prefix: "bls12381_")
    }

    private func write<Curve>(_ files: SampleFiles<Curve>, prefix: String = "") throws {
        try FileManager.default.createDirectory(at: try url(""), withIntermediateDirectories: true)
        let contents = [
            "circuit.r1cs": files.r1cs, "witness.wtns": files.wtns, "circuit.zkey": files.zkey,
            "aligned.zkey": files.zkeyFile.encoded(alignment: 64),
            "proof.json": files.proofJSON, "public.json": files.publicJSON,
            "verification_key.json": files.verifyingKeyFile.encoded(),
            "proof.arkworks": ProofFile.encode(files.proof, as: .arkworks),
            "proof.gnark": ProofFile.encode(files.proof, as: .gnark),
            "key.arkworks": files.key.verifyingKey.arkworksBytes,
            "key.gnark": files.key.gnarkVerifyingKeyBytes,
        ]
        for (name, bytes) in contents { try Data(bytes).write(to: url(prefix + name)) }
    }

    /// By their prover with our key, with and without padding, and by their prover with their key.
    @Test(arguments: [
        ("groth16py_zkey_proof.json", "verification_key.json"),
        ("groth16py_aligned_proof.json", "verification_key.json"),
        ("groth16py_setup_proof.json", "groth16py_setup_vk.json"),
    ])
    func verifyTheirs(proofName: String, keyName: String) throws {
        let key = try VerifyingKeyFile<BN254>(decoding: bytes(keyName))
        let verifier = try key.prepared(allowingDevelopmentKey: true)
        let proof = try ProofFile.decode(bytes(proofName), on: BN254.self)
        var inputs: [F] = try PublicInputsFile.decode(bytes("public.json"))
        #expect(verify(proof, publicInputs: inputs, with: verifier) == .accepted)
        inputs[0] += 1
        #expect(verify(proof, publicInputs: inputs, with: verifier) == .rejected(.equationFails))
    }
}
