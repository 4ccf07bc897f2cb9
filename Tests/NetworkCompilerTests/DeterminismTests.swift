import ConstraintSystem
import FiniteFields
import NetworkCompiler
import NeuralNetworks
import TestSupport
import Testing

@Suite("Determinism of compiled circuits")
struct DeterminismTests {
    private func expectDeterminism(_ compiled: CompiledNetwork<some PrimeField>, _ comment: Comment) throws {
        let report = compiled.audit()
        #expect(report.isDeterministic, comment)
        if let first = report.undetermined.first {
            Issue.record("\(first.name) of \(report.undetermined.count)")
        }
    }

    @Test("Samples, in every option", arguments: Sample.all, allOptions)
    func samples(_ sample: Sample, _ options: CompileOptions) throws {
        let compiled: CompiledNetwork<Scalar> = try sample.network.compiled(options)
        try expectDeterminism(compiled, "\(sample.name) \(options)")
        let other: CompiledNetwork<BLS12381Fields.Scalar> = try sample.network.compiled(options)
        try expectDeterminism(other, "\(sample.name) \(options), BLS12-381")
    }

    @Test("Random graphs, in every option", arguments: 0..<150 as Range<UInt64>)
    func graphs(_ seed: UInt64) throws {
        let network = RandomNetworks.graph(maskSeed: seed, valueSeed: seed + 500)
        for options in allOptions {
            let compiled: CompiledNetwork<Scalar> = try network.compiled(options)
            try expectDeterminism(compiled, "\(options)")
        }
    }

    @Test("Networks of the size of images, dense and pruned", arguments: allOptions)
    func images(_ options: CompileOptions) throws {
        for sparsity in [0, 0.9] {
            let network = SampleNetworks.perceptron([784, 128, 10], sparsity: sparsity, shift: 10)
            let compiled: CompiledNetwork<Scalar> = try network.compiled(options)
            let clock = ContinuousClock()
            let audit = compiled.determinismAudit
            let prepared = clock.measure { _ = compiled.determinismAudit }
            let time = clock.measure { _ = audit.run() }
            print("\(options) \(sparsity) \(compiled.circuit.constraintCount) \(prepared) \(time)")
            try expectDeterminism(compiled, "\(options)")
        }
    }
}
