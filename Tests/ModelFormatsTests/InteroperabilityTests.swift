import Foundation
import ModelFormats
import NeuralNetworks
import Testing

enum Interoperability {
    /// Where files for other programs go, if anywhere.
    static let directory = ProcessInfo.processInfo.environment["ESPALIER_INTEROPERABILITY"]
}

/// Writes networks and the answers of the naive executors to the directory that the environment names, for
/// `Tests/interop/check_onnx.py`, which asks onnxruntime.
@Suite(.enabled(if: Interoperability.directory != nil))
struct InteroperabilityTests {
    struct Answers<Number: Encodable>: Encodable {
        let inputs: [[Number]]
        let outputs: [[Number]]
    }

    private func write(_ name: String, _ onnx: [UInt8], _ answers: some Encodable) throws {
        let directory = URL(fileURLWithPath: try #require(Interoperability.directory))
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try Data(onnx).write(to: directory.appendingPathComponent("\(name).onnx"))
        try JSONEncoder().encode(answers).write(to: directory.appendingPathComponent("\(name).json"))
    }

    @Test(arguments: [nil, FloatOperation.softmax, .argmax])
    func writeFloatNetworks(last: FloatOperation?) throws {
        let network = NetworkONNXTests.sample(last: last)
        var generator = TestGenerator(seed: 11)
        let inputs = (0..<50).map { _ in (0..<6).map { _ in Float.random(in: 0...1, using: &generator) } }
        let name =
            switch last {
            case .softmax?: "softmax"
            case .argmax?: "argmax"
            default: "logits"
            }
        try write(
            "float-\(name)", try network.onnx(),
            Answers(inputs: inputs, outputs: inputs.map(network.naiveOutput)))
    }

    @Test(arguments: 1...6)
    func writeIntegerNetworks(nodeCount: Int) throws {
        var network = IntegerNetworkONNXTests.sample()
        network.nodes = Array(network.nodes.prefix(nodeCount))
        var generator = TestGenerator(seed: 12)
        let inputs = (0..<200).map { _ in (0..<12).map { _ in Int64.random(in: 0...255, using: &generator) } }
        try write(
            "integer-\(nodeCount)", try network.onnx(),
            Answers(inputs: inputs, outputs: inputs.map(network.naiveLogits)))
    }
}
