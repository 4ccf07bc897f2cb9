import ModelFormats
import NeuralNetworks
import OrderedCollections
import Testing

@Suite struct NetworkONNXTests {
    /// 2×3 → flatten → 4 → ReLU → 4, added to the former → reshape → flatten → 3, with masks and metadata.
    static func sample(last: FloatOperation? = .softmax) -> Network {
        var generator = TestGenerator(seed: 9)
        func tensor(_ shape: Shape) -> Tensor {
            Tensor(
                shape: shape,
                elements: (0..<shape.count).map { _ in Float.random(in: -1...1, using: &generator) })
        }
        var nodes: [Network.Node] = [
            .init(name: "flat", operation: .flatten, inputs: ["pixels"], output: "f"),
            .init(
                name: "layer 1", operation: .linear(weights: "l1.weight", bias: "l1.bias"), inputs: ["f"],
                output: "a"),
            .init(name: "relu1", operation: .rectify, inputs: ["a"], output: "r"),
            .init(
                name: "layer2", operation: .linear(weights: "l2.weight", bias: nil), inputs: ["r"],
                output: "b"),
            .init(name: "skip", operation: .add, inputs: ["b", "a"], output: "s"),
            .init(name: "square", operation: .reshape([2, 2]), inputs: ["s"], output: "q"),
            .init(name: "flat2", operation: .reshape([4]), inputs: ["q"], output: "t"),
            .init(
                name: "layer3", operation: .linear(weights: "l3.weight", bias: "l3.bias"), inputs: ["t"],
                output: "logits"),
        ]
        if let last { nodes.append(.init(name: "last", operation: last, inputs: ["logits"], output: "end")) }
        return Network(
            inputName: "pixels", inputShape: [2, 3], nodes: nodes, outputName: last == nil ? "logits" : "end",
            parameters: [
                "l3.bias": Parameter(tensor([3])),
                "l1.weight": Parameter(tensor([4, 6]), mask: (0..<24).map { $0 % 5 != 0 }),
                "l1.bias": Parameter(tensor([4]), mask: [true, false, true, true]),
                "l2.weight": Parameter(tensor([4, 4])),
                "l3.weight": Parameter(tensor([3, 4]), mask: [Bool](repeating: false, count: 12)),
            ],
            metadata: ["z": "1", "espalier.note": "trained\non digits", "a": ""])
    }

    @Test(arguments: [nil, FloatOperation.softmax, .argmax, .rectify, .square])
    func givesBackWhatItWrote(last: FloatOperation?) throws {
        let network = Self.sample(last: last)
        let bytes = try network.onnx()
        #expect(try Network(onnx: bytes) == network)
        #expect(try Network(onnx: bytes).onnx() == bytes)
        #expect(try ModelKind(onnx: bytes) == .float)
    }

    @Test(arguments: [
        "gemm", "matmul", "argmax", "torch-sequential-script", "torch-sequential-dynamo",
        "torch-view-script", "torch-view-dynamo",
    ])
    func computesWhatOnnxruntimeComputes(name: String) throws {
        let network = try Network(onnx: try Vectors.bytes("\(name).onnx"))
        let expectation = try Vectors.expectation(name)
        #expect(expectation.inputs.count == 4)
        // What was read is written again and must still mean the same.
        for network in [network, try Network(onnx: try network.onnx())] {
            for (input, expected) in zip(expectation.inputs, expectation.outputs) {
                let output = network.naiveOutput(input)
                #expect(output.count == expected.count)
                for (found, wanted) in zip(output, expected) { #expect(abs(found - wanted) < 1e-5) }
            }
        }
    }

    @Test func keepsPyTorchsNames() throws {
        let network = try Network(onnx: try Vectors.bytes("torch-sequential-script.onnx"))
        #expect(network.parameters.keys == ["net.1.weight", "net.1.bias", "net.4.weight", "net.4.bias"])
        #expect(network.inputShape == [1, 3, 4])
        #expect(
            network.nodes.map(\.operation) == [
                .flatten, .linear(weights: "net.1.weight", bias: "net.1.bias"), .rectify,
                .linear(weights: "net.4.weight", bias: "net.4.bias"),
            ])
    }

    @Test func readsOtherElementTypes() throws {
        for name in ["float64", "float16"] {
            let network = try Network(onnx: try Vectors.bytes("\(name).onnx"))
            #expect(network.parameters["w"]?.tensor.elements.prefix(4) == [1, -2.5, 0x1p-24, 65504])
        }
    }

    @Test func leavesOutWhatNothingReads() throws {
        var network = Self.sample(last: nil)
        let whole = network
        network.parameters["unused"] = Parameter(Tensor(zeros: [3]), mask: [true, true, false])
        #expect(try Network(onnx: try network.onnx()) == whole)
    }

    @Test func refusesNetworksThatDoNotFitTogether() {
        func code(_ change: (inout Network) -> Void) -> ModelFormatError.Code? {
            var network = Self.sample()
            change(&network)
            return errorCode { _ = try network.onnx() }
        }
        #expect(code { $0.nodes = [] } == .emptyGraph)
        #expect(code { $0.outputName = "nothing" } == .undefinedName)
        #expect(code { $0.nodes.swapAt(1, 2) } == .undefinedName)
        #expect(code { $0.parameters["l2.weight"] = nil } == .undefinedName)
        #expect(code { $0.parameters["l2.weight"] = Parameter(Tensor(zeros: [4, 5])) } == .shapeMismatch)
        #expect(code { $0.nodes[2].output = "a" } == .duplicateName)
        #expect(code { $0.nodes.remove(at: 0) } == .undefinedName)
        #expect(code { $0.nodes[1].output = "l1.bias" } == .undefinedName)
        #expect(
            code {
                $0.nodes[8].output = "l1.bias"
                $0.outputName = "l1.bias"
            } == .duplicateName)
    }

    @Test func inputBitsTravel() throws {
        var network = Self.sample()
        network.inputBits = 2
        #expect(try Network(onnx: network.onnx()).inputBits == 2)
        for text in ["0", "9", "two", ""] {
            network.metadata[Network.inputBitsKey] = text
            let bytes = try network.onnx()
            #expect(throws: ModelFormatError(.malformed, at: Network.inputBitsKey)) {
                try Network(onnx: bytes)
            }
        }
    }
}
