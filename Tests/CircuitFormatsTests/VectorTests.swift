import CircuitFormats
import ConstraintSystem
import EllipticCurves
import FiniteFields
import Foundation
import Groth16
import Testing

/// Files by other implementations; `Vectors/README.md` names their origins.
@Suite struct VectorTests {
    private func bytes(_ name: String) throws -> [UInt8] {
        let url = try #require(Bundle.module.url(forResource: "Vectors/" + name, withExtension: nil))
        return Array(try Data(contentsOf: url))
    }

    @Test func aProofByArkworks() throws {
        let file = try VerifyingKeyFile<BN254>(decoding: bytes("groth16py_vk.json"))
        let proof = try ProofFile.decode(bytes("groth16py_proof.json"), on: BN254.self)
        let inputs: [F] = try PublicInputsFile.decode(bytes("groth16py_public.json"))
        // a = 3, b = 11: c = ab, d = ca + 7, and a itself.
        #expect(inputs == [33, 106, 3])
        // A key that does not say how it was made counts as one that its maker can forge with.
        #expect(file.isDevelopment && file.ranges == nil)
        #expect(throws: KeyError(.developmentKey, "")) { _ = try file.prepared() }
        let verifier = try file.prepared(allowingDevelopmentKey: true)
        #expect(verify(proof, publicInputs: inputs, with: verifier) == .accepted)
        #expect(verifyBatch([Claim(proof, publicInputs: inputs)], with: verifier) == .accepted)
        #expect(verify(proof, publicInputs: [33, 107, 3], with: verifier) == .rejected(.equationFails))
    }

    /// A circuit by circom and its key by snarkjs, before any contribution: the key works, and is refused.
    @Test func aKeyBySnarkjs() throws {
        let circuit = try R1CSFile<F>(decoding: bytes("circom_mycircuit.r1cs"))
        let system = circuit.system
        #expect((system.publicOutputCount, system.publicInputCount, system.wireCount) == (1, 0, 4))
        let zkey = try ZKeyFile<BN254>(decoding: bytes("snarkjs_mycircuit.zkey"))
        #expect(zkey.contributions.isEmpty && zkey.key.verifyingKey.isDevelopment)
        #expect(try zkey.encoded() == rearranged(bytes("snarkjs_mycircuit.zkey")))
        let matrices = ConstraintMatrices(system)
        let (a, b) = try zkey.matrices()
        #expect(a.wires == matrices.a.wires && a.coefficients == matrices.a.coefficients)
        #expect(b.wires == matrices.b.wires && b.coefficients == matrices.b.coefficients)

        let key = zkey.key.verifyingKey
        let proof = try prove(Witness([1, 33, 3, 11]), of: matrices, with: zkey.key)
        for (c, isRight) in [(33, true), (34, false)] {
            let vk_x = multiScalarMultiply(key.inputPoints, [1, F(c)]).affine
            let right = BN254.pairingProduct([
                (key.alpha1, key.beta2), (vk_x, key.gamma2), (proof.c, key.delta2),
            ])
            #expect((BN254.pairing(proof.a, proof.b) == right) == isRight)
        }
        #expect(throws: KeyError(.deltaIsGamma, "delta2")) {
            _ = try VerifyingKeyFile(key).prepared(allowingDevelopmentKey: true)
        }
    }

    /// Returns an iden3 file with its sections in ascending order.
    private func rearranged(_ bytes: [UInt8]) -> [UInt8] {
        var sections: [(type: UInt8, bytes: ArraySlice<UInt8>)] = []
        var position = 12
        while position < bytes.count {
            let length = bytes[position + 4..<position + 12].reversed().reduce(0) { $0 << 8 | Int($1) }
            sections.append((bytes[position], bytes[position..<position + 12 + length]))
            position += 12 + length
        }
        return bytes.prefix(12) + sections.sorted { $0.type < $1.type }.flatMap(\.bytes)
    }

    /// A circuit, a witness, a key and a proof by circom and snarkjs over BLS12-381.
    @Test func aProofBySnarkjsOverBLS12381() throws {
        typealias F = BLS12381.ScalarField
        let circuit = try R1CSFile<F>(decoding: bytes("circom_bls12381.r1cs"))
        let witness: Witness<F> = try WitnessFile.decode(bytes("circom_bls12381.wtns"))
        // x = 3, and x² + 3 = 12 is public.
        #expect(witness.values() == [1, 12, 3, 9])
        #expect(try WitnessFile.encode(witness) == bytes("circom_bls12381.wtns"))
        let file = try VerifyingKeyFile<BLS12381>(decoding: bytes("snarkjs_bls12381_vk.json"))
        let proof = try ProofFile.decode(bytes("snarkjs_bls12381_proof.json"), on: BLS12381.self)
        let inputs: [F] = try PublicInputsFile.decode(bytes("snarkjs_bls12381_public.json"))
        #expect(inputs == [12])
        let verifier = try file.prepared(allowingDevelopmentKey: true)
        #expect(verify(proof, publicInputs: inputs, with: verifier) == .accepted)
        #expect(verify(proof, publicInputs: [13], with: verifier) == .rejected(.equationFails))

        struct Written: Decodable { var vk_alphabeta_12: [[[String]]] }
        let ours = try JSONDecoder().decode(Written.self, from: Data(file.encoded()))
        let theirs = try JSONDecoder().decode(
            Written.self, from: Data(bytes("snarkjs_bls12381_vk.json")))
        #expect(ours.vk_alphabeta_12 == theirs.vk_alphabeta_12)

        // Their circuit and witness, with a key and a proof of ours.
        let key = try setup(circuit.system, on: BLS12381.self)
        let ourVerifier = try PreparedVerifyingKey(key.verifyingKey, allowingDevelopmentKey: true)
        let ourProof = try prove(witness, of: ConstraintMatrices(circuit.system), with: key)
        #expect(verify(ourProof, publicInputs: inputs, with: ourVerifier) == .accepted)
        #expect(verify(ourProof, publicInputs: inputs, with: verifier) == .rejected(.equationFails))
    }

    /// e(α, β) in every snarkjs key that begins with the ptau files of the Hermez ceremony.
    @Test func thePairingValueIsWrittenAsSnarkjsWritesIt() throws {
        let ceremony = """
            {
              "protocol": "groth16", "curve": "bn128", "nPublic": 0,
              "vk_alpha_1": [
                "20491192805390485299153009773594534940189261866228447918068658471970481763042",
                "9383485363053290200918347156157836566562967994039712273449902621266178545958", "1"
              ],
              "vk_beta_2": [
                ["6375614351688725206403948262868962793625744043794305715222011528459656738731",
                 "4252822878758300859123897981450591353533073413197771768651442665752259397132"],
                ["10505242626370262277552901082094356697409835680220590971873171140371331206856",
                 "21847035105528745403288232691147584728191162732299865338377159692350059136679"],
                ["1", "0"]
              ],
              "vk_gamma_2": [
                ["10857046999023057135944570762232829481370756359578518086990519993285655852781",
                 "11559732032986387107991004021392285783925812861821192530917403151452391805634"],
                ["8495653923123431417604973247489272438418190587263600148770280649306958101930",
                 "4082367875863433681332203403145435568316851327593401208105741076214120093531"],
                ["1", "0"]
              ],
              "vk_delta_2": [
                ["10857046999023057135944570762232829481370756359578518086990519993285655852781",
                 "11559732032986387107991004021392285783925812861821192530917403151452391805634"],
                ["8495653923123431417604973247489272438418190587263600148770280649306958101930",
                 "4082367875863433681332203403145435568316851327593401208105741076214120093531"],
                ["1", "0"]
              ],
              "IC": [["1", "2", "1"]]
            }
            """
        let expected = [
            [
                [
                    "2029413683389138792403550203267699914886160938906632433982220835551125967885",
                    "21072700047562757817161031222997517981543347628379360635925549008442030252106",
                ],
                [
                    "5940354580057074848093997050200682056184807770593307860589430076672439820312",
                    "12156638873931618554171829126792193045421052652279363021382169897324752428276",
                ],
                [
                    "7898200236362823042373859371574133993780991612861777490112507062703164551277",
                    "7074218545237549455313236346927434013100842096812539264420499035217050630853",
                ],
            ],
            [
                [
                    "7077479683546002997211712695946002074877511277312570035766170199895071832130",
                    "10093483419865920389913245021038182291233451549023025229112148274109565435465",
                ],
                [
                    "4595479056700221319381530156280926371456704509942304414423590385166031118820",
                    "19831328484489333784475432780421641293929726139240675179672856274388269393268",
                ],
                [
                    "11934129596455521040620786944827826205713621633706285934057045369193958244500",
                    "8037395052364110730298837004334506829870972346962140206007064471173334027475",
                ],
            ],
        ]
        let file = try VerifyingKeyFile<BN254>(decoding: Array(ceremony.utf8))
        struct Written: Decodable { var vk_alphabeta_12: [[[String]]] }
        let written = try JSONDecoder().decode(Written.self, from: Data(file.encoded()))
        #expect(written.vk_alphabeta_12 == expected)
        // γ = δ: such a key never had a second phase.
        #expect(throws: KeyError(.deltaIsGamma, "delta2")) {
            _ = try file.prepared(allowingDevelopmentKey: true)
        }
    }
}
