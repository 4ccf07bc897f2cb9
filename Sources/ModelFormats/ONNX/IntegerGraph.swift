import NeuralNetworks

/// The ONNX graph of an integer network. All arithmetic is on `int64`, with operators that the common
/// runtimes have for it:
///
///     linear    MatMul with Cast(weights), [inputs, outputs]; Add biases
///     rectify   Add 2^(shift−1); Max 0; Div 2^shift, where shift is not 0; otherwise only Max
///     square    Mul of the value with itself
///     add       Add
///
/// After the maximum nothing is negative, so that the division rounds down, as the shift does. The
/// weights are stored in the smallest of int8, int16 and int32 that holds the declared bits. Values behind a
/// square may outgrow 64 bits: `IntegerNetwork` computes them all the same, a runtime of ONNX does not.
struct IntegerGraph {
    private(set) var graph = ONNXGraphProto()
    private static let inputName = "input"
    private static let outputName = "logits"

    init(_ network: IntegerNetwork) throws(ModelFormatError) {
        let inputCount = network.inputShape.count
        var counts: [Int] = []
        var flatInput = Self.inputName
        graph.name = "integer-network"
        graph.input = [
            ONNXValueInfoProto(name: Self.inputName, type: .int64, extents: network.inputShape.extents)
        ]
        if network.inputShape.extents.count != 1 {
            flatInput = "input.flat"
            graph.node.append(
                ONNXNodeProto("Flatten", name: flatInput, inputs: [Self.inputName], output: flatInput)
                    .with("axis", 1))
        }
        func value(_ index: Int) -> String {
            index == network.nodes.count - 1 ? Self.outputName : "node\(index)"
        }
        for (index, node) in network.nodes.enumerated() {
            let mismatch = ModelFormatError(.shapeMismatch, at: node.name)
            var names: [String] = []
            var inputCounts: [Int] = []
            for input in node.inputs {
                switch input {
                case .input:
                    names.append(flatInput)
                    inputCounts.append(inputCount)
                case .node(let source):
                    guard counts.indices.contains(source) else {
                        throw ModelFormatError(.undefinedName, at: node.name)
                    }
                    names.append(value(source))
                    inputCounts.append(counts[source])
                }
            }
            guard let count = inputCounts.first, names.count == node.operation.inputCount else {
                throw mismatch
            }
            switch node.operation {
            case .linear(let linear):
                guard linear.inputCount == count else { throw mismatch }
                write(linear, named: node.name, input: names[0], stem: "node\(index)", output: value(index))
                counts.append(linear.outputCount)
            case .rectify(let shift):
                writeRectify(
                    shift, named: node.name, input: names[0], stem: "node\(index)", output: value(index))
                counts.append(count)
            case .square:
                append("Mul", node.name, names + names, value(index))
                counts.append(count)
            case .add:
                guard inputCounts[1] == count else { throw mismatch }
                append("Add", node.name, names, value(index))
                counts.append(count)
            }
        }
        guard let outputCount = counts.last else { throw ModelFormatError(.emptyGraph) }
        graph.output = [ONNXValueInfoProto(name: Self.outputName, type: .int64, extents: [outputCount])]
    }

    private mutating func append(_ operatorType: String, _ name: String, _ inputs: [String], _ output: String)
    {
        graph.node.append(ONNXNodeProto(operatorType, name: name, inputs: inputs, output: output))
    }

    private mutating func write(
        _ linear: IntegerLinear, named name: String, input: String, stem: String, output: String
    ) {
        var transposed: [Int32] = []
        transposed.reserveCapacity(linear.weights.count)
        for input in 0..<linear.inputCount {
            for output in 0..<linear.outputCount {
                transposed.append(linear.weights[output * linear.inputCount + input])
            }
        }
        let (weights, wide, product) = (stem + ".weights", stem + ".weights.int64", stem + ".product")
        let biases = stem + ".biases"
        let extents = [linear.inputCount, linear.outputCount]
        graph.initializer += [
            linear.weightBits <= 8
                ? ONNXTensorProto(name: weights, extents: extents, integers: transposed.map(Int8.init))
                : linear.weightBits <= 16
                    ? ONNXTensorProto(name: weights, extents: extents, integers: transposed.map(Int16.init))
                    : ONNXTensorProto(name: weights, extents: extents, integers: transposed),
            ONNXTensorProto(name: biases, extents: [linear.outputCount], integers: linear.biases),
        ]
        graph.node.append(
            ONNXNodeProto("Cast", name: name + ".cast", inputs: [weights], output: wide)
                .with("to", ONNXTensorProto.DataType.int64.rawValue))
        append("MatMul", name + ".product", [input, wide], product)
        append("Add", name, [product, biases], output)
    }

    private mutating func writeRectify(
        _ shift: Int, named name: String, input: String, stem: String, output: String
    ) {
        let zero = stem + ".zero"
        graph.initializer.append(ONNXTensorProto(name: zero, extents: [1], integers: [Int64(0)]))
        guard shift > 0 else {
            append("Max", name, [input, zero], output)
            return
        }
        let (half, divisor) = (stem + ".half", stem + ".divisor")
        graph.initializer += [
            ONNXTensorProto(name: half, extents: [1], integers: [Int64(1) << (shift - 1)]),
            ONNXTensorProto(name: divisor, extents: [1], integers: [Int64(1) << shift]),
        ]
        append("Add", name + ".round", [input, half], stem + ".rounded")
        append("Max", name + ".max", [stem + ".rounded", zero], stem + ".positive")
        append("Div", name, [stem + ".positive", divisor], output)
    }
}
