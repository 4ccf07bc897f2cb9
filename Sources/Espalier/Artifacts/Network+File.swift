import ModelFormats
public import NeuralNetworks

extension Network {
    /// Reads a float network from an ONNX file.
    public init(contentsOf path: String) throws {
        let bytes = try ArtifactFile.read(path, limit: networkSizeLimit)
        do {
            self = try Network(onnx: bytes)
        } catch {
            throw FileError(error, path: path)
        }
    }

    /// Writes the network as an ONNX file.
    public func write(to path: String) throws {
        try ArtifactFile.write(try onnx(), to: path)
    }

    /// The widths of a chain of layers as the field writes them, `784–128–ReLU–10` or `784–20–Square–10`, with
    /// ` + 784–10` for a linear layer beside the chain; or the number of nodes where the network is neither.
    public var architecture: String {
        var chain = nodes
        var skip = false
        if chain.count > 2, chain[chain.count - 1].operation == .add,
            chain[chain.count - 2].inputs == [inputName]
        {
            chain.removeLast(2)
            skip = true
        }
        var widths = [inputShape.count]
        for node in chain {
            guard case .linear(let weights, _) = node.operation, let weight = parameters[weights] else {
                continue
            }
            widths.append(weight.tensor.shape.extents[0])
        }
        let isChain = chain.allSatisfy { $0.inputs.count == 1 }
        let activation = Activation.allCases.first { activation in
            let others = Activation.allCases.filter { $0 != activation }
            return chain.count { $0.operation == activation.operation } == widths.count - 2
                && !chain.contains { node in others.contains { node.operation == $0.operation } }
        }
        guard isChain, let activation else { return "graph of \(nodes.count) nodes" }
        return Self.architecture(widths, activation: activation, skip: skip)
    }
}

extension IntegerNetwork {
    /// Reads an integer network from an ONNX file.
    public init(contentsOf path: String) throws {
        let bytes = try ArtifactFile.read(path, limit: networkSizeLimit)
        do {
            self = try IntegerNetwork(onnx: bytes)
        } catch {
            throw FileError(error, path: path)
        }
    }

    /// Writes the network as an ONNX file of integer operators.
    public func write(to path: String) throws {
        try ArtifactFile.write(try onnx(), to: path)
    }
}

extension FileError {
    fileprivate init(_ error: ModelFormatError, path: String) {
        let isNoModel = error.place.isEmpty && (error.code == .malformed || error.code == .emptyGraph)
        let reason = isNoModel ? "this is no network (ONNX), or a damaged one" : error.description
        self.init(.malformed(reason: reason), path: path)
    }
}

/// What an ONNX file can hold inside itself.
private let networkSizeLimit = 2 << 30
