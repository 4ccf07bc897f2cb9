import Espalier
import Testing

/// Committed models and committed images where the network sees means of pixels.
@Suite struct CommittedBoxTests {
    /// The owner makes the means before anything else; what she commits to is what the network sees.
    @Test func aCommittedImageIsItsMeans() throws {
        let small = try SmallBoxPipeline.shared.get()
        let circuit = try small.integerNetwork.compiled(CompileOptions(input: .committed))
        let key = try circuit.developmentKey()
        let file = circuit.verifyingKeyFile(for: key.verifyingKey)
        let committed = try file.committedCircuit()
        let verifier = try NetworkVerifier(file, allowingDevelopmentKey: true)
        let mine = try file.commitment(to: small.image, label: "mine")
        let prepared = try PreparedInput(checking: mine.commitment, for: committed)
        let answer = try circuit.prove(
            small.integerNetwork.input(for: small.image), with: key, inputOpening: mine.opening,
            committedInput: prepared, for: verifier)
        #expect(try verifier.verify(answer, committedInput: prepared).isValid)

        var image = small.image
        let opposite: UInt8 = small.transform.integers(of: image.pixels)[100] < 2 ? 255 : 0
        for pixel in [14 * 28 + 4, 14 * 28 + 5, 15 * 28 + 4, 15 * 28 + 5] { image.pixels[pixel] = opposite }
        let others = try file.commitment(to: image, label: "others")
        let preparedOther = try PreparedInput(checking: others.commitment, for: committed)
        #expect(try !verifier.verify(answer, committedInput: preparedOther).isValid)
        let quarter = ImageInput(width: 14, height: 14, pixels: [UInt8](repeating: 1, count: 196))
        #expect(throws: ImageSizeError.self) { _ = try file.commitment(to: quarter, label: "") }
    }

    /// Proofs are about the verifier's own images, of which she makes the means.
    @Test func aCertificateCountsOnMeans() throws {
        let small = try SmallBoxPipeline.shared.get()
        let dataset = Dataset(
            name: "digits", train: small.dataset.train, test: small.dataset.test.prefix(6),
            origin: small.dataset.origin)
        let circuit = try small.integerNetwork.compiled(CompileOptions(weights: .committed))
        let key = try circuit.developmentKey()
        let file = circuit.verifyingKeyFile(for: key.verifyingKey)
        let opening = circuit.modelOpening()
        let registration = try register(opening, for: file.committedCircuit(), label: "boxes")
        let verifier = try NetworkVerifier(file, registration: registration, allowingDevelopmentKey: true)
        let scratch = try ScratchDirectory()
        let made = try CertificateMaker(
            circuit, key: key, verifier: verifier, on: dataset, choice: .all, count: 6
        ).make(opening: opening, at: scratch("a"), jobs: 2)
        let accuracy = try small.integerNetwork.accuracy(on: dataset.test)
        #expect(made.correct == Int((6 * accuracy).rounded()))
        let certificate = try AccuracyCertificate(decoding: try ArtifactFile.read(scratch("a")))
        let verdict = try verifier.verify(
            certificate, on: dataset, demanding: CertificateDemand(challenge: "", choice: .all))
        #expect(verdict.correct == made.correct)

        // Of the boxes' number, and of as many pixels in another width: neither is what the model takes.
        for (width, height) in [(14, 14), (56, 14)] {
            let images = LabeledImages(
                width: width, height: height, classCount: 10,
                pixels: [UInt8](repeating: 3, count: 6 * width * height), labels: [1, 2, 3, 4, 5, 6])
            let other = Dataset(name: "digits", train: images, test: images, origin: dataset.origin)
            let error = #expect(throws: CertificateError.self) {
                try CertificateMaker(
                    circuit, key: key, verifier: verifier, on: other, choice: .all, count: 6)
            }
            #expect(
                error?.description
                    == "the model takes 28×28 pixels, and the images of the data set have \(width)×\(height)")
        }
    }

    /// The shape of a network says what becomes of its images.
    @Test func aShapeHasItsTransform() throws {
        let small = try SmallBoxPipeline.shared.get()
        let network = try small.integerNetwork.publishingWindows()
        let circuit = try network.compiled(CompileOptions(weights: .committed))
        let file = circuit.verifyingKeyFile(for: try circuit.developmentKey().verifyingKey)
        var shape = network.shape()
        #expect(shape.inputTransform == small.transform)
        try file.requireShape(shape)
        shape.inputTransform = InputTransform(bits: 2)
        #expect(throws: OtherShape.self) { try file.requireShape(shape) }
        shape.inputTransform = InputTransform(bits: 2, boxes: try .init(side: 2, width: 56, height: 14))
        #expect(throws: OtherShape.self) { try file.requireShape(shape) }
    }
}
