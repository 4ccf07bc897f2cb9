import ConstraintSystem
import NetworkCompiler
import NeuralNetworks
import Testing

/// A circuit that grows by one constraint fails here.
@Suite("Counts of ZEN's encodings, repaired, for 784–128–10")
struct ZenCountTests {
    private func counts(
        _ encoding: ZenEncoding, sparsity: Double = 0, followMask: Bool = false,
        input: ZenOptions.Input = .public
    ) throws -> [String: Int] {
        let compiled: CompiledAffineNetwork<Scalar> = try AffineSample.shallow(sparsity: sparsity)
            .compiled(ZenOptions(encoding, input: input, followMask: followMask))
        #expect(compiled.audit().isDeterministic)
        return Dictionary(uniqueKeysWithValues: compiled.costs.map { ($0.path, $0.constraints) })
    }

    @Test(arguments: [
        (ZenEncoding.plain, 0.0, ["layer1": 105_728, "relu1": 128, "layer2": 1_760, "output": 10]),
        (.plain, 1.0, ["layer1": 105_728, "relu1": 128, "layer2": 1_760, "output": 10]),
        (.grouped, 0.0, ["layer1": 105_728, "relu1": 128, "layer2": 1_760, "output": 10]),
        (.stranded, 0.0, ["layer1": 38_144, "relu1": 128, "layer2": 1_595, "output": 10]),
        (.stranded, 1.0, ["layer1": 38_144, "relu1": 128, "layer2": 1_595, "output": 10]),
    ])
    func everyWeight(_ encoding: ZenEncoding, _ sparsity: Double, _ golden: [String: Int]) throws {
        #expect(try counts(encoding, sparsity: sparsity) == golden)
    }

    @Test(arguments: [
        (ZenEncoding.grouped, 0.5, ["layer1": 55_370, "relu1": 128, "layer2": 1_094, "output": 10]),
        (.stranded, 0.5, ["layer1": 36_137, "relu1": 128, "layer2": 1_094, "output": 10]),
        (.grouped, 0.9, ["layer1": 9_730, "relu1": 82, "layer2": 559, "output": 10]),
        (.stranded, 0.9, ["layer1": 9_730, "relu1": 82, "layer2": 559, "output": 10]),
        (.grouped, 1.0, ["layer1": 0, "relu1": 0, "layer2": 410, "output": 10]),
    ])
    func survivingWeights(_ encoding: ZenEncoding, _ sparsity: Double, _ golden: [String: Int]) throws {
        #expect(try counts(encoding, sparsity: sparsity, followMask: true) == golden)
    }

    @Test func privateImage() throws {
        #expect(try counts(.grouped, input: .private)["input"] == 784 * 8)
    }

    /// n products and one of M for each output, k + w bits; strands share the products and add their digits' bits.
    @Test func formulas() throws {
        let network = AffineSample.shallow()
        let windows = try network.windows(followingMask: false)
        let bits = windows.layers.map { CircuitBuilder<Scalar>.quotientBits(of: $0.outputs[0]) }
        let grouped = try counts(.grouped)
        #expect(grouped["layer1"] == 128 * (784 + 1 + 22 + bits[0]))
        #expect(grouped["layer2"] == 10 * (128 + 1 + 22 + bits[1]))
        func plan(_ layer: Int, _ strands: Int) -> StrandPlan? {
            StrandPlan(
                windows: .init(
                    repeating: .init(repeating: windows.layers[layer].sums[0], count: strands), count: strands
                ),
                modulusBitCount: Scalar.modulusBitCount)
        }
        let four = try #require(plan(0, 4))
        let three = try #require(plan(1, 3))
        #expect(plan(1, 4) == nil)
        let stranded = try counts(.stranded)
        #expect(stranded["layer1"] == 32 * (784 + four.constraintCount) + 128 * (1 + 22 + bits[0]))
        // Three groups of three rows, and one row by itself.
        #expect(
            stranded["layer2"] == 3 * (128 + three.constraintCount) + 128 + 10 * (1 + 22 + bits[1]))
    }
}
