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
        let shallow = Sample(
            name: "shallow-784-128-10", network: SampleNetworks.perceptron([784, 128, 10], shift: 10))
        var lines = ["circuit,region,constraints"]
        for sample in Sample.all + [shallow] {
            for options in allOptions {
                let compiled: CompiledNetwork<Scalar> = try sample.network.compiled(options)
                let circuit = "\(sample.name)/\(options.weights)/\(options.input)/\(options.output)"
                lines += compiled.costs.map { "\(circuit),\($0.path),\($0.constraints)" }
            }
        }
        let url = try #require(Bundle.module.url(forResource: "GoldenCounts", withExtension: "csv"))
        let golden = try String(contentsOf: url, encoding: .utf8)
            .split(separator: "\n").map(String.init)
        let difference = lines.difference(from: golden)
        #expect(difference.isEmpty, "counts differ: \(lines.joined(separator: " "))")
    }
}
