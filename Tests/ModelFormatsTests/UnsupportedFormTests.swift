import ModelFormats
import NeuralNetworks
import Testing

/// Known operators in forms that a network cannot express: refused, never read as something else.
@Suite struct UnsupportedFormTests {
    private func refusal(
        _ nodes: [(type: String, inputs: [String], output: String)],
        _ attributes: [String: [(name: String, value: Int)]] = [:]
    ) -> String? {
        var model = WireModel()
        model.nodes = nodes
        model.attributes = attributes
        guard
            case .unsupportedForm(let name, _)? = errorCode({ _ = try Network(onnx: model.bytes) })
        else { return nil }
        return name
    }

    private let gemm = (type: "Gemm", inputs: ["x", "w", "c"], output: "h")

    @Test func products() {
        #expect(refusal([("Gemm", ["x", "w", "c"], "y")], ["y": [("transB", 1)]]) == nil)
        #expect(refusal([("Gemm", ["x", "w", "c"], "y")], ["y": [("transA", 1)]]) == "Gemm")
        #expect(refusal([("Gemm", ["x", "x"], "y")]) == "Gemm")
        #expect(refusal([gemm, ("Gemm", ["x", "w", "h"], "y")]) == "Gemm")
        #expect(refusal([("Gemm", ["w", "w"], "y")]) == "Gemm")
        #expect(refusal([("MatMul", ["w", "x"], "y")]) == "MatMul")
        #expect(refusal([gemm, ("MatMul", ["x", "h"], "y")]) == "MatMul")
    }

    @Test func sums() {
        #expect(refusal([("MatMul", ["x", "w"], "h"), ("Add", ["h", "c"], "y")]) == nil)
        #expect(refusal([("Add", ["x", "c"], "y")]) == "Add")
        #expect(refusal([gemm, ("Add", ["h", "c"], "y")]) == "Add")
        #expect(
            refusal([
                ("MatMul", ["x", "w"], "h"), ("Identity", ["h"], "i"), ("Add", ["i", "c"], "s"),
                ("Add", ["s", "h"], "y"),
            ]) == "Add")
    }

    @Test func squares() {
        #expect(refusal([gemm, ("Mul", ["h", "h"], "y")]) == nil)
        #expect(refusal([("Mul", ["x", "x"], "q"), ("Gemm", ["q", "w", "c"], "y")]) == nil)
        #expect(refusal([gemm, ("Mul", ["h", "c"], "y")]) == "Mul")
        #expect(refusal([gemm, ("Mul", ["c", "h"], "y")]) == "Mul")
        #expect(refusal([("Mul", ["c", "c"], "q"), ("Gemm", ["x", "w", "q"], "y")]) == "Mul")
        #expect(refusal([gemm, ("Gemm", ["x", "w", "c"], "g"), ("Mul", ["h", "g"], "y")]) == "Mul")
        #expect(refusal([gemm, ("Softmax", ["h"], "p"), ("Mul", ["p", "p"], "y")]) == "Mul")
    }

    @Test func shapes() {
        #expect(refusal([gemm, ("Flatten", ["h"], "y")]) == nil)
        #expect(refusal([gemm, ("Flatten", ["h"], "y")], ["y": [("axis", -1)]]) == nil)
        #expect(refusal([gemm, ("Flatten", ["h"], "y")], ["y": [("axis", 0)]]) == "Flatten")
        #expect(refusal([gemm, ("Flatten", ["h"], "y")], ["y": [("axis", 2)]]) == "Flatten")
        #expect(refusal([gemm, ("Transpose", ["h"], "y")]) == "Transpose")
        #expect(refusal([gemm, ("Reshape", ["h", "x"], "y")]) == "Reshape")
        let reshape = [gemm, ("Constant", [], "s"), ("Reshape", ["h", "s"], "y")]
        #expect(refusal(reshape, ["s": [("value_int", -1)]]) == "Reshape")
    }

    @Test func answersComeLast() {
        #expect(refusal([gemm, ("Softmax", ["h"], "y")]) == nil)
        #expect(refusal([gemm, ("Softmax", ["h"], "p"), ("Relu", ["p"], "y")]) == "Relu")
        #expect(refusal([gemm, ("Softmax", ["h"], "y")], ["y": [("axis", 0)]]) == "Softmax")
        #expect(refusal([gemm, ("ArgMax", ["h"], "y")]) == "ArgMax")
        #expect(refusal([gemm, ("ArgMax", ["h"], "y")], ["y": [("axis", 1)]]) == nil)
        #expect(
            refusal([gemm, ("ArgMax", ["h"], "y")], ["y": [("axis", 1), ("select_last_index", 1)]])
                == "ArgMax")
    }
}
