import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

@Suite("Committed inputs") struct InputCommitmentTests {
    /// The small circuit in which the image's owner answers for wires 4 and 5, and the model's for 6 and 7.
    private func circuit<Curve: PairingCurve>(
        _ small: SmallCommittedCircuit<Curve>, inputs: [Int] = [4, 5], committed: [Int] = [6, 7]
    ) throws -> CommittedCircuit<Curve> {
        try CommittedCircuit(
            key: small.circuit.key,
            wires: HiddenWires(
                instanceCount: 8, outputCount: 2, committed: committed, inputs: inputs, mask: 8),
            circuitHash: small.circuit.circuitHash, inputRanges: PublicInputRanges())
    }

    /// A witness for an image (a, b), with k = (11, −6) and t = 2.
    private func witness<F: PrimeField>(_ a: Int, _ b: Int) -> Witness<F> {
        Witness([1, a * 11, a * b * -4, 2, a, b, 11, -6, 0, a * b].map { F($0) })
    }

    private func known<F: PrimeField>(_ a: Int, _ b: Int) -> [F] { [F(a * 11), F(a * b * -4), 2] }

    @Test func theProofIsAboutThatInput() throws {
        try expectBinding(BN254.self)
        try expectBinding(BLS12381.self)
    }

    private func expectBinding<Curve: PairingCurve>(_ curve: Curve.Type) throws {
        typealias F = Curve.ScalarField
        let small = try SmallCommittedCircuit<Curve>()
        let circuit = try circuit(small)
        var generator = SeededGenerator(seed: 50)
        let model = ModelOpening<F>(columns: [], biases: [], committed: [11, -6], using: &generator)
        let prepared = try PreparedRegistration(
            checking: try register(model, for: circuit, label: "Alice"), for: circuit,
            allowingDevelopmentKey: true)
        let image = InputOpening<F>([8, 9], using: &generator)
        let other = InputOpening<F>([8, 10], using: &generator)
        let commitment = try commit(image, for: circuit, label: "Bob")
        let input = try PreparedInput(checking: commitment, for: circuit)
        let otherInput = try PreparedInput(
            checking: try commit(other, for: circuit, label: "Bob"), for: circuit)

        var witness: Witness<F> = witness(8, 9)
        model.assign(to: &witness, for: [], circuit.wires, addingToMask: image.maskValue)
        image.assign(to: &witness, circuit.wires, addingToMask: model.maskValue(for: []))
        let proof = try prove(witness, of: small.matrices, with: small.provingKey)
        var claim = RegisteredClaim(proof, knownValues: known(8, 9), committedInput: input)
        #expect(verify(claim, with: prepared) == .accepted)
        #expect(verifyBatch([claim, claim], with: prepared) == .accepted)
        claim.committedInput = otherInput
        #expect(verify(claim, with: prepared) == .rejected(.equationFails))
        claim.committedInput = nil
        #expect(verify(claim, with: prepared) == .rejected(.wrongInputCommitment))
        let elsewhere = try self.circuit(small, inputs: [4], committed: [5, 6, 7])
        claim.committedInput = try PreparedInput(
            checking: try commit(InputOpening<F>([8], using: &generator), for: elsewhere, label: "Bob"),
            for: elsewhere)
        #expect(verify(claim, with: prepared) == .rejected(.wrongInputCommitment))
        let renamed = try CommittedCircuit(
            key: circuit.key, wires: circuit.wires, circuitHash: Fingerprint(hashing: "other".utf8),
            inputRanges: circuit.inputRanges)
        claim.committedInput = try PreparedInput(
            checking: try commit(image, for: renamed, label: "Bob"), for: renamed)
        #expect(verify(claim, with: prepared) == .rejected(.wrongInputCommitment))
        // The commitment to one's own image that somebody else signs as hers.
        var stolen = commitment
        stolen.label = "Mallory"
        #expect(throws: RegistrationError(.openingProofFails, "proof")) {
            _ = try PreparedInput(checking: stolen, for: circuit)
        }
        #expect(throws: RegistrationError(.otherKey, "keyHash")) {
            _ = try PreparedInput(checking: commitment, for: elsewhere)
        }
    }

    @Test func modelsThatAreNotHidden() throws {
        let small = try SmallCommittedCircuit<BN254>()
        let circuit = try circuit(small, inputs: [4, 5, 6, 7], committed: [])
        var generator = SeededGenerator(seed: 51)
        let image = InputOpening<F>([8, 9, 11, -6], using: &generator)
        let input = try PreparedInput(
            checking: try commit(image, for: circuit, label: "Bob"), for: circuit)
        let prepared = try PreparedRegistration(withoutModel: circuit, allowingDevelopmentKey: true)
        var witness: Witness<F> = witness(8, 9)
        image.assign(to: &witness, circuit.wires)
        let proof = try prove(witness, of: small.matrices, with: small.provingKey)
        let claim = RegisteredClaim(proof, knownValues: known(8, 9), committedInput: input)
        #expect(verify(claim, with: prepared) == .accepted)
        #expect(throws: RegistrationError(.modelMissing, "wires")) {
            _ = try PreparedRegistration(withoutModel: small.circuit, allowingDevelopmentKey: true)
        }
        // A registered model takes no commitment that its circuit has no wires for.
        let opening = small.opening()
        var registered = try small.claim(opening)
        registered.committedInput = input
        let model = try small.prepared(try register(opening, for: small.circuit, label: "Alice"))
        #expect(verify(registered, with: model) == .rejected(.wrongInputCommitment))
    }

    /// With Γ of an output, or of a weight, in the commitment, the image's owner would change what is proved.
    @Test func otherWiresAreRefused() throws {
        let small = try SmallCommittedCircuit<BN254>()
        let circuit = try circuit(small)
        var generator = SeededGenerator(seed: 52)
        let image = InputOpening<F>([8, 9], using: &generator)
        let honest = try commit(image, for: circuit, label: "Bob")
        for wire in [0, 1, 2, 3, 6, 7] {
            var forged = honest
            forged.point = (honest.point + circuit.key.inputPoints[wire]).affine
            let challenge = OpeningChallenge<BN254.G1>(
                .committedInput, keyHash: circuit.keyHash, circuitHash: circuit.circuitHash, label: "Bob",
                points: [[forged.point]])
            let bases = [4, 5, 8].map { circuit.key.inputPoints[$0] }
            let prover = OpeningProver(bases: bases, using: &generator)
            let c = challenge(prover.announcement)
            let rho = image.maskValue
            forged.proof = prover.proof { responses in
                for (index, value) in [8, 9, rho].enumerated() { responses[index] += c * value }
            }
            #expect(throws: RegistrationError(.openingProofFails, "proof")) {
                _ = try PreparedInput(checking: forged, for: circuit)
            }
            // The same proof of the honest point holds.
            #expect(
                !forged.proof.holds(for: [forged.point], over: bases, challenge: c)
                    && forged.proof.holds(for: [honest.point], over: bases, challenge: c))
        }
        var foreign = honest
        foreign.point = .infinity
        #expect(throws: RegistrationError(.infinity, "point")) {
            _ = try PreparedInput(checking: foreign, for: circuit)
        }
    }

    @Test func whatDoesNotFitIsRefused() throws {
        let small = try SmallCommittedCircuit<BN254>()
        let circuit = try circuit(small)
        var generator = SeededGenerator(seed: 54)
        let image = InputOpening<F>([8, 9], using: &generator)
        let long = InputOpening<F>([8, 9, 10], using: &generator)
        #expect(throws: RegistrationError(.sizesDiffer, "opening")) {
            _ = try commit(long, for: circuit, label: "Bob")
        }
        let label = String(repeating: "b", count: 65)
        #expect(throws: RegistrationError(.labelTooLong, "label")) {
            _ = try commit(image, for: circuit, label: label)
        }
        var commitment = try commit(image, for: circuit, label: "Bob")
        commitment.proof.responses.append(0)
        #expect(throws: RegistrationError(.sizesDiffer, "proof.responses")) {
            _ = try PreparedInput(checking: commitment, for: circuit)
        }
        commitment.label = label
        #expect(throws: RegistrationError(.labelTooLong, "label")) {
            _ = try PreparedInput(checking: commitment, for: circuit)
        }
        commitment.circuitHash = Fingerprint(hashing: "other".utf8)
        #expect(throws: RegistrationError(.otherCircuit, "circuitHash")) {
            _ = try PreparedInput(checking: commitment, for: circuit)
        }
        // Without a point of the mask, nothing would be hidden.
        var key = circuit.key
        key.inputPoints[8] = .infinity
        let bare = try CommittedCircuit(
            key: key, wires: circuit.wires, circuitHash: circuit.circuitHash, inputRanges: circuit.inputRanges
        )
        #expect(throws: RegistrationError(.key(.infinity), "key.inputPoints[8]")) {
            _ = try commit(image, for: bare, label: "Bob")
        }
        #expect(throws: RegistrationError(.key(.infinity), "key.inputPoints[8]")) {
            _ = try PreparedInput(checking: commitment, for: bare)
        }
    }

    @Test func encodings() throws {
        let small = try SmallCommittedCircuit<BLS12381>()
        let circuit = try circuit(small)
        var generator = SeededGenerator(seed: 53)
        let image = InputOpening<BLS12381.ScalarField>([8, 9], using: &generator)
        let commitment = try commit(image, for: circuit, label: "Bob")
        let bytes = commitment.encoded
        #expect(try InputCommitment<BLS12381>(decoding: bytes) == commitment)
        for index in bytes.indices {
            #expect(throws: RegistrationError.self) {
                _ = try InputCommitment<BLS12381>(decoding: bytes.prefix(index))
            }
            var changed = bytes
            changed[index] ^= 1 << UInt8(index % 8)
            #expect(throws: RegistrationError.self) {
                let commitment = try InputCommitment<BLS12381>(decoding: changed)
                _ = try PreparedInput(checking: commitment, for: circuit)
            }
        }
        let secret = image.encoded
        let form = secret.withUnsafeBufferPointer { Array($0) }
        let again = try InputOpening<BLS12381.ScalarField>(decoding: form)
        #expect(again.sharesBlinding(with: image) && again.count == 2)
        for count in 0..<form.count {
            #expect(throws: RegistrationError.self) {
                _ = try InputOpening<BLS12381.ScalarField>(decoding: form.prefix(count))
            }
        }
    }
}
