import ModelFormats
import NeuralNetworks
import Testing

/// Files that lie. The bytes are made by `WireWriter`, which shares nothing with the reader.
@Suite struct HostileModelTests {
    static let names = ["gemm", "matmul", "torch-view-script", "torch-sequential-dynamo"]

    @Test(arguments: names) func refusesTruncations(name: String) throws {
        let bytes = try Vectors.bytes("\(name).onnx")
        let whole = try Network(onnx: bytes)
        for length in bytes.indices {
            if let network = try? Network(onnx: Array(bytes[..<length])) {
                #expect(network.nodes == whole.nodes, "the graph itself is one field")
                #expect(throws: Never.self) { try network.validate() }
            }
        }
    }

    @Test(arguments: names) func survivesRandomDamage(name: String) throws {
        let good = try Vectors.bytes("\(name).onnx")
        var generator = TestGenerator(seed: 3)
        for _ in 0..<1500 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            if let network = try? Network(onnx: bytes) {
                #expect(throws: Never.self) { try network.validate() }
            }
            _ = try? IntegerNetwork(onnx: bytes)
        }
    }

    @Test func survivesNoise() {
        var generator = TestGenerator(seed: 4)
        for count in 0..<500 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(errorCode { _ = try Network(onnx: bytes) } != nil)
        }
    }

    private func code(_ model: WireModel) -> ModelFormatError.Code? {
        errorCode { _ = try Network(onnx: model.bytes) }
    }

    @Test func readsTheHonestModel() throws {
        let network = try Network(onnx: WireModel().bytes)
        #expect(network.naiveOutput([1, 2]) == [6, 14])
    }

    @Test func refusesCycles() {
        var model = WireModel()
        model.nodes = [("Relu", ["b"], "a"), ("Relu", ["a"], "b"), ("Gemm", ["x", "w", "c"], "y")]
        #expect(code(model) == .cycle)
        model.nodes = [("Add", ["x", "y"], "y")]
        #expect(code(model) == .cycle)
    }

    @Test func readsNodesInAnyOrder() throws {
        var model = WireModel()
        model.nodes = [("Relu", ["h"], "y"), ("Gemm", ["x", "w", "c"], "h")]
        #expect(try Network(onnx: model.bytes).nodes.map(\.name) == ["h", "y"])
    }

    @Test func survivesDeepGraphs() throws {
        var model = WireModel()
        model.nodes = [("Gemm", ["x", "w", "c"], "n0")]
        for index in 1..<20_000 { model.nodes.append(("Relu", ["n\(index - 1)"], "n\(index)")) }
        model.nodes.append(("Relu", ["n19999"], "y"))
        model.nodes.reverse()
        #expect(try Network(onnx: model.bytes).nodes.count == 20_001)
    }

    @Test func refusesNamesThatDoNotFit() {
        var model = WireModel()
        model.nodes = [("Gemm", ["x", "missing", "c"], "y")]
        #expect(code(model) == .undefinedName)
        model.nodes = [("Gemm", ["x", "w", "c"], "y"), ("Relu", ["x"], "y")]
        #expect(code(model) == .duplicateName)
        model.nodes = [("Gemm", ["x", "w", "c"], "w")]
        #expect(code(model) == .duplicateName)
        model.nodes = [("Relu", ["x"], "z")]
        #expect(code(model) == .emptyGraph)
        model.nodes = [("Identity", ["x"], "y")]
        #expect(code(model) == .emptyGraph)
        model.nodes = [("Gemm", ["x"], "y")]
        #expect(code(model) == .malformed)
    }

    @Test func namesTheOperatorThatItCannotRead() throws {
        var model = WireModel()
        model.nodes = [("Gemm", ["x", "w", "c"], "h"), ("Conv", ["h", "w"], "y")]
        let error = #expect(throws: ModelFormatError.self) { try Network(onnx: model.bytes) }
        #expect(error?.code == .unsupportedOperator("Conv"))
        #expect(error?.place == "node “y” (Conv)")
        #expect(error?.description.contains("Gemm, MatMul, Add, Relu") == true)
    }

    @Test func refusesTensorsThatLie() {
        func code(_ extents: [Int], _ elements: [Float] = [1, 2, 3, 4]) -> ModelFormatError.Code? {
            var model = WireModel()
            model.weightExtents = extents
            model.weights = elements
            return self.code(model)
        }
        #expect(code([2, 2]) == nil)
        #expect(code([2, 3]) == .elementCountMismatch(expected: 6, found: 4))
        #expect(code([3, 2], [1, 2, 3, 4, 5, 6]) == .shapeMismatch)
        #expect(code([2, 3], [1, 2, 3, 4, 5, 6]) == .shapeMismatch)
        #expect(code([4]) == .shapeMismatch)
        #expect(code([-2, -2]) == .extentsOutOfRange)
        #expect(code([.max, 2]) == .extentsOutOfRange)
        #expect(code([1 << 33, 1 << 33]) == .extentsOutOfRange)
        #expect(code([1 << 40, 2]) == .extentsOutOfRange)
        #expect(code([0, 2], []) == .shapeMismatch)
        #expect(code([2, 2], [1, .nan, 0, 0]) == .nonFiniteWeight)
        #expect(code([2, 2], [1, -.infinity, 0, 0]) == .nonFiniteWeight)
    }

    @Test func refusesExternalDataAndOtherTypes() {
        var model = WireModel()
        model.isExternal = true
        #expect(code(model) == .externalData)
        model = WireModel()
        model.weightType = 9
        #expect(code(model) == .unsupportedElementType(9))
        model.weightType = 7
        #expect(code(model) == .unsupportedElementType(7))
        model.weightType = 99
        #expect(code(model) == .unsupportedElementType(99))
    }

    @Test func refusesOtherInputs() {
        func code(_ change: (inout WireModel) -> Void) -> ModelFormatError.Code? {
            var model = WireModel()
            change(&model)
            return self.code(model)
        }
        #expect(code { $0.inputExtents = [1] } == .unsupportedInput)
        #expect(code { $0.inputExtents = [] } == .unsupportedInput)
        #expect(code { $0.inputExtents = [1, 0] } == .unsupportedInput)
        #expect(code { $0.inputExtents = [1, -3] } == .unsupportedInput)
        #expect(code { $0.inputExtents = [1, .max, .max] } == .extentsOutOfRange)
        #expect(code { $0.inputExtents = [1, 1 << 20, 1 << 20] } == .extentsOutOfRange)
        #expect(code { $0.inputExtents = [1, 3] } == .shapeMismatch)
        #expect(code { $0.inputType = 7 } == .unsupportedInput)
    }

    @Test func refusesMasksThatDoNotFit() throws {
        func code(_ key: String, _ text: String) -> ModelFormatError.Code? {
            var model = WireModel()
            model.weights = [0, 2, 3, 0]
            model.metadata = [(key, text)]
            return self.code(model)
        }
        #expect(code("espalier.mask.w", "4:06") == nil)
        #expect(code("espalier.mask.w", "4:0F") == nil)
        #expect(code("espalier.mask.w", "4:05") == .maskMismatch)
        #expect(code("espalier.mask.w", "5:06") == .maskMismatch)
        #expect(code("espalier.mask.v", "4:06") == .undefinedName)
        for text in ["", "4", ":", "4:", "4:6", "4:16", "4:0606", "4:0g", "-4:06", "9223372036854775807:06"] {
            #expect(code("espalier.mask.w", text) == .malformed, "\(text)")
        }
        var model = WireModel()
        model.metadata = [("a", "1"), ("a", "2")]
        #expect(self.code(model) == .duplicateName)
    }

    /// The model has two inputs: boxes of two pixels, or of two times as many.
    @Test func refusesTransformsThatDoNotFit() throws {
        func read(_ metadata: (String, String)...) throws -> Network {
            var model = WireModel()
            model.metadata = metadata
            return try Network(onnx: model.bytes)
        }
        let (bits, boxes) = ("espalier.inputBits", "espalier.inputBoxes")
        #expect(try read().inputTransform == InputTransform())
        #expect(try read((bits, "2")).inputTransform == InputTransform(bits: 2))
        let both = try read((boxes, "4x4 of 8x4"), (bits, "3"))
        #expect(
            try both.inputTransform
                == InputTransform(bits: 3, boxes: .init(side: 4, width: 8, height: 4)))
        #expect(both.metadata.isEmpty)
        #expect(try read((boxes, "2x2 of 2x4")).inputTransform.bits == 8)
        for text in ["", "0", "9", "-1", "two", "+2", "02", "2 ", "99999999999999999999"] {
            #expect(throws: ModelFormatError(.malformed, at: bits)) { try read((bits, text)) }
        }
        for text in [
            "", "2", "2x2", "0x0 of 0x0", "1x1 of 2x1", "2x2 of 3x2", "2x3 of 4x3", "2x2 of 04x2",
            "2x2 of 4x2 ",
            "17x17 of 34x17", "2x2 of 4294967296x4294967296", "2x2 of 99999999999999999999x2",
        ] {
            #expect(throws: ModelFormatError(.malformed, at: boxes), "\(text)") { try read((boxes, text)) }
        }
        for text in ["2x2 of 2x2", "2x2 of 4x4", "2x2 of 28x28", "16x16 of 16384x16384"] {
            #expect(throws: ModelFormatError(.declarationMismatch, at: boxes)) { try read((boxes, text)) }
        }
    }
}
