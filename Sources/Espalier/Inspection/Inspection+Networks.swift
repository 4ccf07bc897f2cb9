import Datasets
import ModelCompression
import ModelFormats
import NeuralNetworks

extension Inspection {
    static func network(_ bytes: [UInt8], _ path: String) throws -> Inspection {
        guard let kind = try? ModelKind(onnx: bytes) else {
            throw FileError(.malformed(reason: "of no kind that espalier knows"), path: path)
        }
        switch kind {
        case .float: return try floatNetwork(bytes, path)
        case .integer: return try integerNetwork(bytes, path)
        }
    }

    private static func floatNetwork(_ bytes: [UInt8], _ path: String) throws -> Inspection {
        let network = try Network(onnx: bytes)
        return Inspection(
            file: path, kind: "float network (ONNX)", bytes: bytes.count,
            facts: [
                Fact("architecture", network.architecture), Fact("input", network.inputShape.description),
                Fact("nodes", network.nodes.map(\.name).joined(separator: ", ")),
                Fact("weights", network.weightCount), Fact("surviving", network.survivingWeightCount),
                Fact("pruned", NumberText.sparsity(network.sparsity)),
            ])
    }

    private static func integerNetwork(_ bytes: [UInt8], _ path: String) throws -> Inspection {
        let network = try IntegerNetwork(onnx: bytes)
        var facts = [
            Fact("input", "\(network.inputShape), \(network.inputBits) bits each")
        ]
        for node in network.nodes {
            switch node.operation {
            case .linear(let layer):
                facts.append(
                    Fact(
                        node.name,
                        """
                        \(layer.inputCount) → \(layer.outputCount), \
                        \(NumberText.grouped(layer.weights.count { $0 != 0 })) weights of \
                        \(layer.weightBits) bits, biases of \(layer.biasBits) bits
                        """))
            case .rectify(let shift): facts.append(Fact(node.name, "max(0, z) >> \(shift), rounded"))
            case .add: facts.append(Fact(node.name, "sum"))
            }
        }
        return Inspection(file: path, kind: "integer network (ONNX)", bytes: bytes.count, facts: facts)
    }
}
