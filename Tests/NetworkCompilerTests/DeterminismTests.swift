import ConstraintSystem
import FiniteFields
import NetworkCompiler
import NeuralNetworks
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

    /// Every constraint of a compiled circuit is needed for uniqueness, and the audit sees it; but for those
    /// that say of a hidden pixel of one bit that it is one.
    @Test("Without any one constraint the audit does not pass", arguments: Sample.all.prefix(4), allOptions)
    func deletions(_ sample: Sample, _ options: CompileOptions) throws {
        let compiled: CompiledNetwork<Scalar> = try sample.network.compiled(options)
        var generator = SeededGenerator(seed: 7)
        let report = compiled.determinismAudit.mutations(limit: 200, using: &generator)
        let hasBits = options.input != .public && sample.network.inputBits == 1
        #expect(report.redundant.allSatisfy { hasBits && $0.concernsBaseOnly })
        #expect(report.redundant.isEmpty != hasBits)
    }

    @Test("A wire that is left free is named with its region")
    func namedWire() throws {
        let compiled: CompiledNetwork<Scalar> = try SampleNetworks.perceptron([12, 7, 4]).compiled()
        let circuit = compiled.circuit
        let constraint = try #require(circuit.regions.first { $0.path == "relu1/neuron[0]" }).constraints
            .lowerBound
        guard
            case .noticed(_, let wire) = compiled.determinismAudit.verdict(withoutConstraint: constraint)
        else {
            Issue.record("a missing boolean is not noticed")
            return
        }
        // An output comes first in the order of wires: it depends on all neurons.
        #expect(circuit.name(of: wire) == "output[0]")
        let report = DeterminismAudit(circuit, base: Array(compiled.determinismAudit.base.dropLast())).run()
        let error = #expect(throws: AuditError.self) { try report.demandDeterminism() }
        #expect(error?.wire.region.isEmpty == true)
        #expect(report.undetermined.contains { $0.region == "relu1/neuron[0]" })
    }

    @Test("Networks of the size of images, dense and pruned", arguments: allOptions)
    func images(_ options: CompileOptions) throws {
        for sparsity in [0, 0.9] {
            let network = SampleNetworks.perceptron([784, 128, 10], sparsity: sparsity, shift: 10)
            let compiled: CompiledNetwork<Scalar> = try network.compiled(options)
            try expectDeterminism(compiled, "\(options)")
        }
    }
}
