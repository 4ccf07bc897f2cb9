import ConstraintSystem
import FiniteFields
import Foundation
import NetworkCompiler
import NeuralNetworks
import Testing

/// A circuit that grows by one constraint fails here. After a change that is meant, take the lines that
/// the failure prints.
@Suite("Golden counts")
struct GoldenCountTests {
    @Test("of every region are those in GoldenCounts.csv")
    func counts() throws {
        let networks: [(String, IntegerNetwork)] = [
            ("dense-12-7-4", SampleNetworks.perceptron([12, 7, 4])),
            ("sparse-12-7-4", SampleNetworks.perceptron([12, 7, 4], sparsity: 0.8)),
            ("deep-9-6-5-3", SampleNetworks.perceptron([9, 6, 5, 3], sparsity: 0.5, shift: 6)),
            ("coarse-9-6-3", SampleNetworks.perceptron([9, 6, 3], shift: 0, weightBits: 3, inputBits: 1)),
            ("residual-6-5-5-3", SampleNetworks.residual()),
            ("shallow-784-128-10", SampleNetworks.perceptron([784, 128, 10], shift: 10)),
        ]
        var lines = ["circuit,region,constraints"]
        for (name, network) in networks {
            for options in allOptions {
                let compiled: CompiledNetwork<Scalar> = try network.compiled(options)
                let circuit = "\(name)/\(options.weights)/\(options.input)/\(options.output)"
                lines += compiled.costs.map { "\(circuit),\($0.path),\($0.constraints)" }
            }
        }
        let url = try #require(Bundle.module.url(forResource: "GoldenCounts", withExtension: "csv"))
        let golden = try String(contentsOf: url, encoding: .utf8)
            .split(separator: "\n").map(String.init)
        let difference = lines.difference(from: golden)
        #expect(difference.isEmpty, "counts differ:\n\(lines.joined(separator: "\n"))")
    }
}
