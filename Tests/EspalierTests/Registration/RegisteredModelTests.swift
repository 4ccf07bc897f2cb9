import Espalier
import Foundation
import Testing

/// A model whose weights nobody sees, bound once.
@Suite struct RegisteredModelTests {
    let small: SmallRegistration

    init() throws { small = try SmallRegistration.shared.get() }

    @Test func anHonestAnswerIsAccepted() throws {
        let verdict = try small.verifier.verify(small.answer, about: small.image)
        #expect(verdict.reason == nil)
        let logits = try small.network.logits(for: small.input)
        #expect(verdict.answer?.logits == logits)
        // Three points, as ever.
        #expect(small.answer.publicValues.count == 10 + 784)
    }

    @Test func aClassAloneCanBeProved() throws {
        let circuit = try small.network.compiled(CompileOptions(weights: .committed, output: .class))
        let key = try circuit.developmentKey()
        let file = circuit.verifyingKeyFile(for: key.verifyingKey)
        let opening = circuit.modelOpening()
        let registration = try register(opening, for: file.committedCircuit(), label: "")
        let verifier = try NetworkVerifier(file, registration: registration, allowingDevelopmentKey: true)
        let answer = try circuit.prove(small.input, with: key, opening: opening, for: verifier)
        let verdict = try verifier.verify(answer, about: small.image)
        let logits = try small.network.logits(for: small.input)
        #expect(verdict.answer?.class == IntegerNetwork.classification(of: logits))
        var claim = answer
        claim.publicValues[0] = claim.publicValues[0] == 0 ? 1 : 0
        #expect(try !verifier.verify(claim).isValid)
        claim.publicValues[0] = 10
        #expect(try verifier.verify(claim).reason?.contains("range") == true)
    }

    @Test func inspectionTellsWhatFilesAre() throws {
        let registration = try Inspection(of: small.directory("small.registration"))
        #expect(registration.kind.hasPrefix("registration"))
        #expect(registration.text().contains(small.registration.fingerprint.description))
        let opening = try Inspection(of: small.directory("small.opening"))
        #expect(opening.kind.hasPrefix("opening"))
    }

    @Test func oneKeyServesBothModels() throws {
        #expect(small.circuit.circuit == small.otherCircuit.circuit)
        let bytes = R1CSFile(small.circuit.circuit.system).encoded()
        #expect(bytes == R1CSFile(small.otherCircuit.circuit.system).encoded())
        #expect(small.circuit.verifyingKeyFile(for: small.key.verifyingKey) == small.file)
        #expect(small.otherCircuit.verifyingKeyFile(for: small.key.verifyingKey) == small.file)
        let verifier = try NetworkVerifier(
            small.file, registration: small.otherRegistration, allowingDevelopmentKey: true)
        let opening = try small.opening("other")
        let answer = try small.otherCircuit.prove(
            small.input, with: small.key, opening: opening, for: verifier)
        #expect(try verifier.verify(answer, about: small.image).isValid)
        let logits = try small.otherNetwork.logits(for: small.input)
        #expect(try verifier.read(answer.publicValues).logits == logits)
    }

    /// The owner has another model than the registered one, and proves honestly with it.
    @Test func otherWeightsUnderThePinnedRegistrationAreRefused() throws {
        let pinned = try NetworkVerifier(
            small.file, registration: small.registration, pinned: small.registration.fingerprint,
            allowingDevelopmentKey: true)
        #expect(try pinned.verify(small.answer).isValid)
        let other = try NetworkVerifier(
            small.file, registration: small.otherRegistration, allowingDevelopmentKey: true)
        let opening = try small.opening("other")
        let answer = try small.otherCircuit.prove(small.input, with: small.key, opening: opening, for: other)
        #expect(try !pinned.verify(answer).isValid)
        // The tool does not even hand such a proof out.
        #expect(throws: OpeningMismatch.self) {
            let opening = try small.opening("other")
            _ = try small.otherCircuit.prove(
                small.input, with: small.key, opening: opening, for: small.verifier)
        }
    }

    @Test func anotherRegistrationThanThePinnedOneIsRefused() {
        let error = #expect(throws: RegistrationError.self) {
            _ = try NetworkVerifier(
                small.file, registration: small.otherRegistration, pinned: small.registration.fingerprint,
                allowingDevelopmentKey: true)
        }
        #expect(error?.code == .notPinned)
    }

    /// D = −Γ_0 − Σ a_i Γ_i − Σ x_i Col_i makes vk_x zero, and (α, β, 0) a proof of whatever is wanted.
    @Test func withoutARegistrationAnybodyForges() throws {
        var claim = small.answer
        claim.publicValues[0] = 12345
        claim.proof = Proof(a: small.file.key.alpha1, b: small.file.key.beta2, c: .infinity)
        var forged = small.registration
        let wires = small.committed.wires
        var sum = small.file.key.inputPoints[0] + AffinePoint<BN254.G1>.infinity
        for (wire, value) in zip(wires.known, claim.publicValues) {
            sum = sum + small.file.key.inputPoints[wire].multiplied(by: value).affine
        }
        for (column, value) in zip(forged.columns, claim.publicValues.dropFirst(wires.known.count)) {
            sum = sum + column.multiplied(by: value).affine
        }
        forged.constants = (-sum).affine
        // Whoever takes the registration without a check is deceived; that is what the fingerprint is for.
        let deceived = try NetworkVerifier(
            small.file, registration: forged, pinned: forged.fingerprint, allowingDevelopmentKey: true)
        let ranges = small.file.ranges!.runs[0].range
        if ranges.contains(12345) { #expect(try deceived.verify(claim).isValid) }
        let error = #expect(throws: RegistrationError.self) {
            _ = try NetworkVerifier(small.file, registration: forged, allowingDevelopmentKey: true)
        }
        #expect(error?.code == .openingProofFails)
    }

    @Test func logitsAndPixelsOutOfRangeAreRefused() throws {
        for (index, value) in [(0, -1), (10, 256), (500, -1), (793, 256)] as [(Int, Int)] {
            var claim = small.answer
            claim.publicValues[index] =
                index < 10 ? BN254.ScalarField(2).power(100) : BN254.ScalarField(value)
            let reason = try small.verifier.verify(claim).reason
            #expect(reason?.contains("range") == true, "\(index): \(reason ?? "accepted")")
        }
    }

    @Test func changedAnswersAndPixelsAreRefused() throws {
        for index in [0, 9, 10, 400, 793] {
            var claim = small.answer
            claim.publicValues[index] += claim.publicValues[index] == 255 ? -1 : 1
            #expect(try !small.verifier.verify(claim).isValid)
        }
        var fewer = small.answer
        fewer.publicValues.removeLast()
        #expect(try !small.verifier.verify(fewer).isValid)
    }

    @Test func aKeyOfCommittedWeightsNeedsARegistration() {
        #expect(throws: ModelMissing.self) {
            _ = try NetworkVerifier(small.file, allowingDevelopmentKey: true)
        }
    }

    @Test func anEmbeddedCircuitHasNothingToRegister() throws {
        let plain = try SmallPipeline.shared.get()
        let file = plain.circuit.verifyingKeyFile(for: plain.key.verifyingKey)
        #expect(throws: NoHiddenWires.self) { _ = try file.committedCircuit() }
    }

    /// With the model in it the key is an ordinary one, for every verifier of Groth16.
    @Test func theKeyWithTheModelNeedsNothingElse() throws {
        let file = try small.file.withModel(small.registration, of: small.committed)
        let read = try VerifyingKeyFile<BN254>(decoding: file.encoded())
        #expect(read == file && read.hidden == nil)
        let verifier = try NetworkVerifier(read, allowingDevelopmentKey: true)
        #expect(try verifier.verify(small.answer, about: small.image).isValid)
        var claim = small.answer
        claim.publicValues[3] += 1
        #expect(try !verifier.verify(claim).isValid)
    }

    /// The owner publishes the key's file as well, and lies in it.
    @Test func aKeyThatLiesAboutItsShapeIsRefused() throws {
        let shape = small.network.shape()
        try small.file.requireShape(shape)
        try small.file.requireShape(small.otherNetwork)
        // Wider logits: packed ones would not be unique.
        var wider = small.file
        wider.ranges = PublicInputRanges([.init(count: 10, range: -(1 << 100)...(1 << 100))])
        #expect(throws: OtherShape.self) { try wider.requireShape(shape) }
        // A committed wire called an accumulator may stand in a column.
        var swapped = small.file
        let wires = small.committed.wires
        swapped.hidden = try HiddenWires(
            instanceCount: wires.instanceCount, outputCount: wires.outputCount,
            accumulators: wires.accumulators + [wires.committed[0]],
            committed: Array(wires.committed.dropFirst()), mask: wires.mask)
        #expect(throws: OtherShape.self) { try swapped.requireShape(shape) }
        // Wider pixels, and the circuit of another mask.
        var brighter = small.file
        brighter.modelInputRanges = PublicInputRanges([.init(count: 784, range: 0...256)])
        #expect(throws: (any Error).self) { try brighter.requireShape(shape) }
        var sparser = shape
        guard case .linear(let layer) = shape.nodes[2].operation else { return }
        var weights = layer.weights
        weights[0] = weights[0] == 0 ? 1 : 0
        sparser.nodes[2].operation = .linear(
            IntegerLinear(
                outputCount: layer.outputCount, inputCount: layer.inputCount, weights: weights,
                biases: layer.biases, weightBits: layer.weightBits, biasBits: layer.biasBits,
                windows: layer.windows))
        let other: NetworkCircuit<BN254> = try sparser.compiled(small.circuit.options)
        if other.circuit != small.circuit.circuit {
            #expect(throws: OtherShape.self) { try small.file.requireShape(sparser) }
        }
    }

    @Test func aShapeTellsNoWeights() throws {
        #expect(small.network.shape() == small.otherNetwork.shape())
    }

    @Test(arguments: [Int.max, Int.max - 3, -1, 1 << 40])
    func hostileCountsOfHiddenWiresAreRefused(_ count: Int) throws {
        for name in ["outputs", "inputs", "accumulators", "committed"] {
            var object = try #require(
                JSONSerialization.jsonObject(with: Data(small.file.encoded())) as? [String: Any])
            var espalier = try #require(object["espalier"] as? [String: Any])
            var hidden = try #require(espalier["hidden"] as? [String: Any])
            hidden[name] = count
            espalier["hidden"] = hidden
            object["espalier"] = espalier
            let bytes = try JSONSerialization.data(withJSONObject: object)
            #expect(throws: FormatError.self) { try VerifyingKeyFile<BN254>(decoding: Array(bytes)) }
        }
    }

    @Test func aKeyOfCommittedImagesCannotHoldAModel() throws {
        let circuit = try small.network.compiled(CompileOptions(weights: .committed, input: .committed))
        let file = circuit.verifyingKeyFile(for: try circuit.developmentKey().verifyingKey)
        let committed = try file.committedCircuit()
        let registration = try register(circuit.modelOpening(), for: committed, label: "")
        #expect(throws: CommittedInputNeeded.self) { try file.withModel(registration, of: committed) }
    }

    @Test func blindingThatRepeatsIsFound() throws {
        let scratch = try ScratchDirectory()
        var generator = RepeatingGenerator()
        let opening = small.circuit.modelOpening(using: &generator)
        let registration = try register(opening, for: small.committed, label: "", using: &generator)
        try ModelFiles.write(registration, opening: opening, to: scratch("first"))
        // A cloned machine draws the same numbers for another model.
        generator = RepeatingGenerator()
        let again = small.otherCircuit.modelOpening(using: &generator)
        let second = try register(again, for: small.committed, label: "", using: &generator)
        #expect(throws: ReusedBlinding.self) {
            try ModelFiles.requireFreshBlinding(second, opening: again, besides: scratch("."))
        }
        let fresh = small.circuit.modelOpening()
        let third = try register(fresh, for: small.committed, label: "")
        try ModelFiles.requireFreshBlinding(third, opening: fresh, besides: scratch("."))
    }

    @Test func theOpeningIsItsOwnersAlone() throws {
        let attributes = try FileManager.default.attributesOfItem(
            atPath: small.directory("small.opening"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }

    @Test func verifyingKeysKeepTheirHiddenWires() throws {
        let read = try VerifyingKeyFile<BN254>(decoding: small.file.encoded())
        #expect(read == small.file)
        #expect(try read.committedCircuit().keyHash == small.committed.keyHash)
    }
}

/// The same numbers, each time it is made.
private struct RepeatingGenerator: RandomNumberGenerator {
    private var state: UInt64 = 7

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 31)
    }
}
