import Espalier
import Foundation
import Testing

/// Proofs about means of pixels: images go in raw, and the verifier makes the means herself.
@Suite struct BoxPipelineTests {
    let small: SmallBoxPipeline

    init() throws { small = try SmallBoxPipeline.shared.get() }

    @Test func trainingAndIntegersSeeTheSameMeans() throws {
        #expect(small.network.architecture == "196–10–ReLU–10")
        #expect(small.network.inputTransform == small.transform)
        #expect(small.integerNetwork.inputTransform == small.transform)
        let test = small.dataset.test
        #expect(try small.network.accuracy(on: test) > 0.7)
        #expect(try abs(small.network.accuracy(on: test) - small.integerNetwork.accuracy(on: test)) < 0.05)
        try small.circuit.requireEquality(to: small.integerNetwork, on: test.prefix(40))
        #expect(small.circuit.circuit.system.publicInputCount == 196)
        #expect(try Network(contentsOf: small.directory("boxes.onnx")) == small.network)
        #expect(try IntegerNetwork(contentsOf: small.directory("boxes.int.onnx")) == small.integerNetwork)
        let pruned = try small.network.pruned(
            toSparsity: 0.5, retrainingOn: small.dataset.train.prefix(200),
            schedule: PruningSchedule(
                steps: 1, intermediate: TrainingOptions(epochs: 1), final: TrainingOptions(epochs: 1)))
        #expect(pruned.inputTransform == small.transform)
    }

    @Test func aProofIsAboutTheImageItself() throws {
        let verdict = try small.verifier().verify(small.proof, about: small.image)
        #expect(verdict.reason == nil)
        let input = small.transform.integers(of: small.image.pixels)
        #expect(verdict.answer?.input == input)
        #expect(try verdict.answer?.logits == small.integerNetwork.logits(for: input))
        // One row of all pixels is the same image.
        let row = ImageInput(width: 784, height: 1, pixels: small.image.pixels)
        #expect(try small.verifier().verify(small.proof, about: row).isValid)
    }

    @Test func anotherImageIsRefused() throws {
        var image = small.image
        // Box 100 is the third of row 7: pixels 4 and 5 of rows 14 and 15.
        let opposite: UInt8 = small.transform.integers(of: image.pixels)[100] < 2 ? 255 : 0
        for pixel in [14 * 28 + 4, 14 * 28 + 5, 15 * 28 + 4, 15 * 28 + 5] { image.pixels[pixel] = opposite }
        let verdict = try small.verifier().verify(small.proof, about: image)
        #expect(verdict.reason == "the proof is about another image: value 100 differs")
        // What the means do not show, the proof does not say.
        image = small.image
        let dark = try #require(image.pixels.firstIndex(of: 0))
        image.pixels[dark] = 1
        #expect(try small.transform.integers(of: image.pixels) == small.proof.input(of: small))
        #expect(try small.verifier().verify(small.proof, about: image).isValid)
        var forged = small.proof
        forged.publicValues[10 + 100] += BN254.ScalarField(1)
        #expect(try !small.verifier().verify(forged).isValid)
    }

    @Test func imagesOfOtherSizesAreRefused() throws {
        for (width, height) in [(56, 14), (14, 56), (14, 14), (30, 30)] {
            let image = ImageInput(
                width: width, height: height, pixels: [UInt8](repeating: 9, count: width * height))
            let verdict = try small.verifier().verify(small.proof, about: image)
            #expect(
                verdict.reason
                    == "the proof is about an image of 28×28 pixels, this one has \(width)×\(height)")
            let size = #expect(throws: ImageSizeError.self) { try small.integerNetwork.input(for: image) }
            #expect(ErrorSentence(try #require(size))?.text == size?.description)
            let error = #expect(throws: FileError.self) {
                try small.integerNetwork.input(for: image, named: "x.pgm")
            }
            #expect(
                error?.description
                    == "x.pgm: the network takes 28×28 pixels, this image has \(width)×\(height); scale it first"
            )
        }
        let other = LabeledImages(
            width: 56, height: 14, classCount: 10, pixels: [UInt8](repeating: 0, count: 784), labels: [0])
        #expect(throws: NetworkError.self) { try small.network.accuracy(on: other) }
        let dataset = Dataset(name: "flat", train: other, test: other, origin: small.dataset.origin)
        #expect(throws: FileError.self) { try dataset.requireFit(to: small.network, of: "boxes.onnx") }
        #expect(throws: FileError.self) {
            try dataset.requireFit(to: small.integerNetwork, of: "boxes.int.onnx")
        }
        #expect(throws: NetworkError.self) {
            try Network.trained(on: other, hidden: [2], inputTransform: small.transform)
        }
    }

    /// Texts of the verifying key's file that are no boxes, or not those of its 196 inputs.
    @Test(arguments: [
        "", "2x2", "0x0 of 28x28", "1x1 of 14x14", "2x2 of 27x28", "3x3 of 28x28", "17x17 of 238x238",
        "2x2 of 14x14", "4x4 of 28x28", "2x2 of 28x2800000000000", "2x2 of 32768x32768", "2x3 of 28x42",
    ])
    func keysOfOtherBoxesAreRefused(text: String) throws {
        let scratch = try ScratchDirectory()
        func forged(_ boxes: String?, bits: String = "2") throws -> String {
            try scratch.rewrite(small.keys.verifyingKeyPath, as: "forged.vkey.json") { key in
                var espalier = try #require(key["espalier"] as? [String: Any])
                var annotations = try #require(espalier["annotations"] as? [String: Any])
                annotations["inputBoxes"] = boxes
                annotations["inputBits"] = bits
                espalier["annotations"] = annotations
                key["espalier"] = espalier
            }
        }
        let path = try forged(text)
        let error = #expect(throws: FileError.self) {
            try NetworkVerifier<BN254>(keyFile: path, allowingDevelopmentKey: true)
        }
        #expect(error?.path == path && error?.description.contains("\n") == false)
        #expect(throws: FileError.self) {
            try NetworkVerifier<BN254>(
                keyFile: forged("2x2 of 28x28", bits: "3"), allowingDevelopmentKey: true)
        }
        #expect(throws: Never.self) {
            try NetworkVerifier<BN254>(keyFile: forged("2x2 of 28x28"), allowingDevelopmentKey: true)
        }
        // Without boxes the key is one of 196 pixels, and this image has others.
        let plain = try NetworkVerifier<BN254>(keyFile: forged(nil), allowingDevelopmentKey: true)
        #expect(plain.layout.inputTransform == InputTransform(bits: 2))
        #expect(try !plain.verify(small.proof, about: small.image).isValid)
    }

    @Test(arguments: ["", "0x0 of 28x28", "3x3 of 28x28", "4x4 of 28x28", "2x2 of 99999x28"])
    func descriptionsOfOtherBoxesAreRefused(text: String) throws {
        let scratch = try ScratchDirectory()
        try scratch.write(try ArtifactFile.read(small.file.path), "copy.r1cs")
        let original = String(small.file.path.dropLast(5)) + ".circuit.json"
        func rewrite(_ boxes: Any?) throws {
            _ = try scratch.rewrite(original, as: "copy.circuit.json") { $0["inputBoxes"] = boxes }
        }
        for boxes in [text, 2, ["2x2 of 28x28"]] as [Any] {
            try rewrite(boxes)
            #expect(throws: FileError.self) { _ = try CircuitFile<BN254>(contentsOf: scratch("copy.r1cs")) }
        }
        // Boxes that fit, or none, are another network's.
        for boxes in ["2x2 of 56x14", nil] {
            try rewrite(boxes)
            let file = try CircuitFile<BN254>(contentsOf: scratch("copy.r1cs"))
            #expect(throws: FileError.self) {
                _ = try file.recompiled(small.integerNetwork, from: "boxes.int.onnx")
            }
        }
        try rewrite("2x2 of 28x28")
        let file = try CircuitFile<BN254>(contentsOf: scratch("copy.r1cs"))
        _ = try file.recompiled(small.integerNetwork, from: "boxes.int.onnx")
    }

    /// Whole pixels are written as before there were boxes.
    @Test func filesOfWholePixelsSayNothingOfBoxes() throws {
        let plain = try SmallPipeline.shared.get()
        for path in [plain.keys.verifyingKeyPath, plain.directory("small.circuit.json")] {
            #expect(!String(decoding: try ArtifactFile.read(path), as: UTF8.self).contains("inputBoxes"))
        }
        for path in [small.keys.verifyingKeyPath, small.directory("boxes.circuit.json")] {
            #expect(String(decoding: try ArtifactFile.read(path), as: UTF8.self).contains("2x2 of 28x28"))
        }
    }

    @Test(arguments: ["boxes.onnx", "boxes.int.onnx", "boxes.r1cs", "boxes.circuit.json"])
    func inspectionShowsTheTransform(name: String) throws {
        let facts = try Inspection(of: small.directory(name)).facts
        #expect(
            facts.contains {
                $0.name == "input transform"
                    && $0.value == "means of 2×2 pixels, 2 bits each, images of 28×28"
            })
    }
}

extension NetworkProof<BN254> {
    /// The input that the proof shows.
    fileprivate func input(of small: SmallBoxPipeline) throws -> [Int]? {
        try AnswerReading(publicValues, of: small.file.layout).input
    }
}
