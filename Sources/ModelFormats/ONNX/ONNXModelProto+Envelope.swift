import NeuralNetworks
import OrderedCollections
import SwiftProtobuf

/// What surrounds the graph of a model: versions, producer, metadata.
extension ONNXModelProto {
    /// The version of the operators that written files use.
    static let writtenOperatorSet: Int64 = 17
    /// The metadata key that tells an integer network.
    static let kindKey = "espalier.kind"
    static let integerKind = "integer"

    /// Decodes a file. Only the envelope is checked.
    init(onnx bytes: [UInt8]) throws(ModelFormatError) {
        do {
            try self.init(serializedBytes: bytes)
        } catch {
            throw ModelFormatError(.malformed)
        }
        guard hasGraph, !graph.node.isEmpty else { throw ModelFormatError(.emptyGraph) }
    }

    init(graph: ONNXGraphProto, metadata: OrderedDictionary<String, String>) {
        self.init()
        irVersion = 8
        producerName = "espalier"
        var operators = ONNXOperatorSetIdProto()
        operators.domain = ""
        operators.version = Self.writtenOperatorSet
        opsetImport = [operators]
        self.graph = graph
        metadataProps = metadata.map { key, value in
            var entry = ONNXStringStringEntryProto()
            entry.key = key
            entry.value = value
            return entry
        }
    }

    var metadata: OrderedDictionary<String, String> {
        get throws(ModelFormatError) {
            var metadata: OrderedDictionary<String, String> = [:]
            for entry in metadataProps {
                guard metadata.updateValue(entry.value, forKey: entry.key) == nil else {
                    throw ModelFormatError(.duplicateName, at: entry.key)
                }
            }
            return metadata
        }
    }

    var isIntegerNetwork: Bool {
        metadataProps.contains { $0.key == Self.kindKey && $0.value == Self.integerKind }
    }

    /// The file's bytes; the same model always gives the same bytes.
    func onnx() -> [UInt8] {
        do {
            return try serializedBytes()
        } catch {
            // Only missing required fields or more than 2 GiB can fail, and the format has no required ones.
            preconditionFailure("a model that is written stays below 2 GiB: \(error)")
        }
    }
}
