import ModelFormats
import NeuralNetworks
import Testing

@Suite struct IntegerNetworkONNXTests {
    static func linear(
        _ outputs: Int, _ inputs: Int, weightBits: Int, biasBits: Int, _ generator: inout TestGenerator
    ) -> IntegerLinear {
        let weight = Int32((Int64(1) << (weightBits - 1)) - 1)
        let bias = Int64(bitPattern: (UInt64(1) << (biasBits - 1)) - 1)
        return IntegerLinear(
            outputCount: outputs, inputCount: inputs,
            weights: (0..<outputs * inputs).map { _ in Int32.random(in: -weight...weight, using: &generator)
            },
            biases: (0..<outputs).map { _ in Int64.random(in: -bias...bias, using: &generator) },
            weightBits: weightBits, biasBits: biasBits)
    }

    static func sample(inputShape: Shape = [3, 4]) -> IntegerNetwork {
        var generator = TestGenerator(seed: 77)
        return IntegerNetwork(
            inputShape: inputShape, inputBits: 8,
            nodes: [
                .init(
                    name: "layer 1",
                    operation: .linear(linear(5, 12, weightBits: 8, biasBits: 17, &generator)),
                    inputs: [.input]),
                .init(name: "relu1", operation: .rectify(shift: 7), inputs: [.node(0)]),
                .init(
                    name: "layer2",
                    operation: .linear(linear(5, 5, weightBits: 12, biasBits: 20, &generator)),
                    inputs: [.node(1)]),
                .init(name: "skip", operation: .add, inputs: [.node(2), .node(0)]),
                .init(name: "relu 2", operation: .rectify(shift: 0), inputs: [.node(3)]),
                .init(name: "a square", operation: .square, inputs: [.node(4)]),
                .init(
                    name: "layer3",
                    operation: .linear(linear(3, 5, weightBits: 20, biasBits: 40, &generator)),
                    inputs: [.node(5)]),
            ])
    }

    @Test(arguments: [Shape([3, 4]), [12], [1, 2, 6]])
    func givesBackWhatItWrote(shape: Shape) throws {
        let network = Self.sample(inputShape: shape)
        let bytes = try network.onnx()
        #expect(try IntegerNetwork(onnx: bytes) == network)
        #expect(try ModelKind(onnx: bytes) == .integer)
    }

    @Test func givesBackEveryEnd() throws {
        for count in 1...7 {
            var network = Self.sample()
            network.nodes = Array(network.nodes.prefix(count))
            #expect(try IntegerNetwork(onnx: try network.onnx()) == network)
        }
    }

    /// A file of 250 bytes that stands for a circuit of a billion wires.
    @Test func refusesInputsOfAnySizeThatNoWeightsAreFor() throws {
        func network(_ count: Int, _ operation: IntegerOperation) -> IntegerNetwork {
            IntegerNetwork(
                inputShape: [count], inputBits: 8,
                nodes: [.init(name: "only", operation: operation, inputs: [.input])])
        }
        for operation in [IntegerOperation.rectify(shift: 0), .square] {
            let small = network(1 << 16, operation)
            #expect(try IntegerNetwork(onnx: small.onnx()) == small)
            for count in [(1 << 16) + 1, 1 << 30] {
                let bytes = try network(count, operation).onnx()
                #expect(bytes.count < 500)
                #expect(errorCode { _ = try IntegerNetwork(onnx: bytes) } == .extentsOutOfRange)
            }
        }
    }

    @Test func tellsFloatFromInteger() throws {
        let float = try NetworkONNXTests.sample().onnx()
        let integer = try Self.sample().onnx()
        #expect(errorCode { _ = try IntegerNetwork(onnx: float) } == .floatNetwork)
        #expect(errorCode { _ = try Network(onnx: integer) } == .integerNetwork)
        let foreign = try Vectors.bytes("gemm.onnx")
        #expect(errorCode { _ = try IntegerNetwork(onnx: foreign) } == .floatNetwork)
    }

    @Test func refusesNetworksThatDoNotFitTogether() {
        func code(_ change: (inout IntegerNetwork) -> Void) -> ModelFormatError.Code? {
            var network = Self.sample()
            change(&network)
            return errorCode { _ = try network.onnx() }
        }
        #expect(code { $0.nodes = [] } == .emptyGraph)
        #expect(code { $0.nodes[0].inputs = [.node(0)] } == .undefinedName)
        #expect(code { $0.nodes[2].inputs = [.input] } == .shapeMismatch)
        #expect(code { $0.nodes[3].inputs = [.node(1)] } == .shapeMismatch)
        #expect(code { $0.nodes[3].inputs = [.node(1), .input] } == .shapeMismatch)
    }

    /// Whatever one byte becomes: the file is refused, or it holds a network that is written in the same way.
    @Test func acceptsOnlyWhatItWouldWrite() throws {
        let good = try Self.sample().onnx()
        let network = Self.sample()
        var different = 0
        for position in good.indices {
            var bytes = good
            bytes[position] ^= 1 << (position % 8)
            guard let read = try? IntegerNetwork(onnx: bytes) else { continue }
            if read != network { different += 1 }
            #expect(throws: Never.self) { try read.validate() }
            #expect(try IntegerNetwork(onnx: try read.onnx()) == read)
        }
        #expect(different > 0, "changed weights make another network")
    }

    @Test func inputBoxesTravel() throws {
        var network = Self.sample()
        #expect(!String(decoding: try network.onnx(), as: UTF8.self).contains("espalier.inputBoxes"))
        network.inputTransform = InputTransform(bits: 2, boxes: try .init(side: 2, width: 8, height: 6))
        let bytes = try network.onnx()
        #expect(try IntegerNetwork(onnx: bytes) == network)
        #expect(try IntegerNetwork(onnx: bytes).onnx() == bytes)
        // The boxes stand in the file as text; another one of as many characters is refused, or read as what it says.
        func boxes(_ text: String) throws -> InputTransform.Boxes? {
            let (old, new) = (Array("2x2 of 8x6".utf8), Array(text.utf8))
            var changed = bytes
            let start = try #require(bytes.indices.first { bytes[$0...].starts(with: old) })
            changed.replaceSubrange(start..<start + old.count, with: new)
            return try IntegerNetwork(onnx: changed).inputTransform.boxes
        }
        let key = InputDeclaration.boxesKey
        #expect(try boxes("2x2 of 6x8")?.description == "2x2 of 6x8")
        for text in ["0x0 of 8x6", "1x1 of 8x6", "3x3 of 8x6", "2x3 of 8x6", "2x2 of 8-6", "2X2 of 8x6"] {
            #expect(throws: ModelFormatError(.malformed, at: key)) { try boxes(text) }
        }
        for text in ["2x2 of 8x8", "2x2 of 2x2", "3x3 of 9x6"] {
            #expect(throws: ModelFormatError(.declarationMismatch, at: key)) { try boxes(text) }
        }
        network.inputTransform = InputTransform(bits: 2, boxes: try .init(side: 2, width: 8, height: 8))
        #expect(errorCode { _ = try network.onnx() } == .shapeMismatch)
    }
}
