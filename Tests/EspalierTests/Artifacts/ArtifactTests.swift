import Espalier
import Testing

/// What was written is read again, and what does not belong together is told apart.
@Suite struct ArtifactTests {
    let small: SmallPipeline
    let directory: ScratchDirectory

    init() throws {
        small = try SmallPipeline.shared.get()
        directory = try ScratchDirectory()
    }

    @Test func networksSurviveTheirFiles() throws {
        #expect(try Network(contentsOf: small.directory("small.onnx")) == small.network)
        #expect(try IntegerNetwork(contentsOf: small.directory("small.int.onnx")) == small.integerNetwork)
    }

    @Test func circuitKeyAndProofSurviveTheirFiles() throws {
        let file = try CircuitFile<BN254>(contentsOf: small.file.path)
        #expect(file.system == small.circuit.circuit.system)
        #expect(file.description == small.file.description)
        #expect(try KeyFiles.provingKey(contentsOf: small.keys.provingKeyPath, for: file) == small.key)
        let proof = try NetworkProof<BN254>(
            proof: small.directory("proof.json"), publicValues: small.directory("public.json"))
        #expect(proof == small.proof)
        #expect(try ImageInput(contentsOf: small.directory("image.pgm")).pixels == small.image.pixels)
    }

    @Test func eachKindOfNetworkIsRefusedWhereTheOtherIsWanted() {
        expectSentence("small.int.onnx: this is an integer network, where a float network is wanted") {
            _ = try Network(contentsOf: small.directory("small.int.onnx"))
        }
        expectSentence("small.onnx: this is a float network; quantize it first") {
            _ = try IntegerNetwork(contentsOf: small.directory("small.onnx"))
        }
    }

    @Test func aCircuitWithoutItsDescriptionIsRefused() throws {
        let path = try directory.write(try ArtifactFile.read(small.file.path), "lonely.r1cs")
        expectSentence("lonely.circuit.json, which belongs beside it, is missing; compile the network again")
        {
            _ = try CircuitFile<BN254>(contentsOf: path)
        }
    }

    @Test func aCircuitAndTheDescriptionOfAnotherAreRefused() throws {
        let path = try directory.write(try ArtifactFile.read(small.file.path), "x.r1cs")
        _ = try directory.rewrite(small.directory("small.circuit.json"), as: "x.circuit.json") {
            $0["circuitSHA256"] = String(repeating: "0", count: 64)
        }
        expectSentence("x.circuit.json describes another circuit; compile the network again") {
            _ = try CircuitFile<BN254>(contentsOf: path)
        }
    }

    @Test(arguments: ["inputBits", "classCount", "publicRanges", "options", "format", "version"])
    func aDescriptionThatLacksAnEntryIsRefused(entry: String) throws {
        let path = try directory.write(try ArtifactFile.read(small.file.path), "x.r1cs")
        _ = try directory.rewrite(small.directory("small.circuit.json"), as: "x.circuit.json") {
            $0[entry] = nil
        }
        #expect(throws: FileError.self) { try CircuitFile<BN254>(contentsOf: path) }
    }

    @Test func theKeyOfAnotherCircuitIsRefused() throws {
        let other = try small.integerNetwork.compiled(CompileOptions(output: .class))
        let file = try CircuitFile.write(other, to: directory("other.r1cs"))
        expectSentence("this key is for another circuit than \(file.path); make one with setup") {
            _ = try KeyFiles.provingKey(contentsOf: small.keys.provingKeyPath, for: file)
        }
    }

    @Test func aPointOffItsCurveIsNamedWhenAProofIsMade() throws {
        var bytes = try ArtifactFile.read(small.keys.provingKeyPath)
        var position = 12
        while bytes[position] != 7 {
            let length = bytes[position + 4..<position + 12].reversed().reduce(0) { $0 << 8 | Int($1) }
            position += 12 + length
        }
        bytes[position + 12 + 17 * 128] ^= 1
        let path = try directory.write(bytes, "off.zkey")
        let key = try KeyFiles.provingKey(contentsOf: path, for: small.file)
        let input = try small.integerNetwork.input(for: small.image, named: nil)
        expectSentence("off.zkey: b2[17] is not on the curve: the key is damaged; make or copy it again") {
            _ = try FileError.naming(path) { try small.circuit.prove(input, with: key) }
        }
    }

    /// So that sums over the mapped file read no point across two cache lines.
    @Test func provingKeysAreWrittenAligned() throws {
        let bytes = try ArtifactFile.read(small.keys.provingKeyPath)
        #expect(try ZKeyFile<BN254>(decoding: bytes).encoded(alignment: 64) == bytes)
        let key = try KeyFiles.provingKey(contentsOf: small.keys.provingKeyPath, for: small.file)
        for points in [key.a, key.b1, key.c, key.h] {
            #expect(points.withUnsafeBytes { Int(bitPattern: $0.baseAddress) % 64 } == 0)
        }
    }

    @Test func aCircuitOfAnotherNetworkIsRefused() throws {
        let other = try small.network.pruned(toSparsity: 0.9)
            .quantized(calibratedOn: small.dataset.train).network
        expectSentence("was compiled from another network; compile this one") {
            _ = try small.file.recompiled(other, from: "other.int.onnx")
        }
    }

    @Test(arguments: [
        "small.onnx", "small.int.onnx", "small.r1cs", "small.circuit.json", "small.zkey", "small.vkey.json",
        "proof.json", "public.json", "image.pgm",
    ])
    func aTruncatedFileIsRefusedByName(name: String) throws {
        let bytes = try ArtifactFile.read(small.directory(name))
        let path = try directory.write(bytes.prefix(bytes.count * 2 / 3), name)
        let error = #expect(throws: FileError.self) { try Inspection(of: path) }
        #expect(error?.path == path)
    }

    private func expectSentence(
        _ ending: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
    ) {
        let error = #expect(throws: (any Error).self, sourceLocation: sourceLocation) { try body() }
        let text = error.flatMap { ErrorSentence($0)?.text }
        #expect(text?.hasSuffix(ending) == true, "\(text ?? "")", sourceLocation: sourceLocation)
    }
}
