import CircuitFormats
import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

/// The Swift side of `Tests/interop/run`: what is written for others, and what others made.
@Suite(.enabled(if: Exchange.directory != nil), .serialized) struct InteroperabilityTests {
    @Test func writeFiles() throws {
        try write(SampleFiles<BN254>(outputs: 3, inputs: 5, constraints: 100, seed: 70), "")
        try write(SampleFiles<BLS12381>(outputs: 3, inputs: 5, constraints: 100, seed: 71), "bls12381_")
    }

    /// A hundred on each curve, from three constraints to four hundred.
    @Test func writeRandomCircuits() throws {
        try writeRandomCircuits(on: BN254.self, "bn254", seed: 72)
        try writeRandomCircuits(on: BLS12381.self, "bls12381", seed: 73)
    }

    private func writeRandomCircuits<Curve: InterchangeCurve>(
        on curve: Curve.Type, _ name: String, seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        for number in 0..<100 {
            let files = try SampleFiles<Curve>(
                outputs: .random(in: 1...3, using: &generator), inputs: .random(in: 0...5, using: &generator),
                constraints: .random(in: 3...(number.isMultiple(of: 4) ? 400 : 60), using: &generator),
                hasSums: true, seed: generator.next())
            let isSatisfied = files.sample.system.isSatisfied(by: Witness(files.sample.values))
            #expect(isSatisfied)
            try write(files, "circuits/\(name)/\(number < 10 ? "0" : "")\(number)/")
        }
    }

    private func write<Curve>(_ files: SampleFiles<Curve>, _ prefix: String) throws {
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
        for (name, bytes) in contents { try Exchange.write(bytes, prefix + name) }
    }

    /// By their prover with our key, with and without padding, and by their prover with their key.
    @Test(arguments: [
        ("groth16py_zkey_proof.json", "verification_key.json"),
        ("groth16py_aligned_proof.json", "verification_key.json"),
        ("groth16py_setup_proof.json", "groth16py_setup_vk.json"),
    ])
    func theirsOfOneCircuit(proofName: String, keyName: String) throws {
        #expect(try isJudgedRightly(proof: proofName, key: keyName, public: "public.json", on: BN254.self))
    }

    /// Keys and proofs by groth16py, and by a page of arithmetic that knows the trapdoor.
    @Test func theirsOfRandomCircuits() throws {
        try verifyTheirs("groth16py", on: BN254.self, "bn254", as: "groth16py")
        try verifyTheirs("trapdoor", on: BN254.self, "bn254", as: "trapdoor.py over py_ecc")
        try verifyTheirs(
            "trapdoor", on: BLS12381.self, "bls12381", as: "trapdoor.py over py-arkworks-bls12381")
    }

    private func verifyTheirs<Curve: InterchangeCurve>(
        _ prefix: String, on curve: Curve.Type, _ name: String, as implementation: String
    ) throws {
        var (cases, agreeing) = (0, 0)
        for number in try Exchange.names(in: "circuits/\(name)") {
            let circuit = "circuits/\(name)/\(number)/"
            guard try Exchange.exists(circuit + prefix + "_proof.json") else { continue }
            cases += 1
            if try isJudgedRightly(
                proof: circuit + prefix + "_proof.json", key: circuit + prefix + "_vk.json",
                public: circuit + "public.json", on: curve)
            {
                agreeing += 1
            }
        }
        try Exchange.record(
            "their keys and proofs verified here, \(Curve.name)", with: implementation, cases: cases,
            agreeing: agreeing)
    }

    /// Whether a proof is accepted, and refused for each other value of a public input and with two parts exchanged.
    private func isJudgedRightly<Curve: InterchangeCurve>(
        proof proofName: String, key keyName: String, public publicName: String, on curve: Curve.Type
    ) throws -> Bool {
        let verifier = try VerifyingKeyFile<Curve>(decoding: Exchange.bytes(keyName))
            .prepared(allowingDevelopmentKey: true)
        let proof: Proof<Curve> = try ProofFile.decode(Exchange.bytes(proofName))
        let inputs: [Curve.ScalarField] = try PublicInputsFile.decode(Exchange.bytes(publicName))
        var verdicts = [verify(proof, publicInputs: inputs, with: verifier) == .accepted]
        for index in inputs.indices {
            var others = inputs
            others[index] += 1
            verdicts.append(
                verify(proof, publicInputs: others, with: verifier) == .rejected(.equationFails))
        }
        let other = Proof<Curve>(a: proof.c, b: proof.b, c: proof.a)
        verdicts.append(verify(other, publicInputs: inputs, with: verifier) == .rejected(.equationFails))
        return verdicts.allSatisfy(\.self)
    }
}
