import Datasets
import ModelCompression
import ModelFormats
import NetworkCompiler
import NeuralNetworks

extension Inspection {
    static func network(_ bytes: [UInt8], _ path: String) throws -> Inspection {
        guard let kind = try? ModelKind(onnx: bytes) else {
            throw FileError(.malformed(reason: "this is no kind of file that espalier knows"), path: path)
        }
        switch kind {
        case .float: return try floatNetwork(bytes, path)
        case .integer: return try integerNetwork(bytes, path)
        }
    }

    private static func floatNetwork(_ bytes: [UInt8], _ path: String) throws -> Inspection {
        let network = try Network(onnx: bytes)
        var facts = [
            Fact("architecture", network.architecture), Fact("input", network.inputShape.description),
            Fact(
                "weights",
                """
                \(NumberText.grouped(network.survivingWeightCount)) of \
                \(NumberText.grouped(network.weightCount)) left, \
                \(NumberText.sparsity(network.sparsity)) pruned
                """),
        ]
        for node in network.nodes {
            guard case .linear(let name, _) = node.operation, let weights = network.parameters[name] else {
                continue
            }
            let extents = weights.tensor.shape.extents
            facts.append(
                Fact(
                    node.name,
                    "\(extents[1]) → \(extents[0]), \(NumberText.grouped(weights.survivingCount)) weights"))
        }
        facts.append(Fact("cost", "known for integers only: quantize it, then inspect the result"))
        return Inspection(file: path, kind: "float network (ONNX)", bytes: bytes.count, facts: facts)
    }

    private static func integerNetwork(_ bytes: [UInt8], _ path: String) throws -> Inspection {
        let network = try IntegerNetwork(onnx: bytes)
        var facts = [Fact("input", "\(network.inputShape), \(network.inputBits) bits each")]
        facts += network.nodes.map { Fact($0.name, text($0.operation)) }
        var costs: [CircuitCost] = []
        for weights in CompileOptions.WeightVisibility.allCases {
            do {
                costs.append(CircuitCost(try network.compiled(CompileOptions(weights: weights))))
            } catch {
                let reason = ErrorSentence(error)?.text ?? "\(error)"
                facts.append(Fact("no circuit with weights \(weights)", reason))
            }
        }
        return Inspection(
            file: path, kind: "integer network (ONNX)", bytes: bytes.count, facts: facts, costs: costs)
    }

    private static func text(_ operation: IntegerOperation) -> String {
        switch operation {
        case .linear(let layer):
            """
            \(layer.inputCount) → \(layer.outputCount), \
            \(NumberText.grouped(layer.weights.count { $0 != 0 })) weights of \
            \(layer.weightBits) bits, biases of \(layer.biasBits) bits
            """
        case .rectify(let shift): shift == 0 ? "max(0, z)" : "max(0, z) >> \(shift), rounded"
        case .square: "z²"
        case .add: "sum"
        }
    }
}
