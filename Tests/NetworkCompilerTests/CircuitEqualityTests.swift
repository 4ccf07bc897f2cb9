import ConstraintSystem
import FiniteFields
import NetworkCompiler
import NeuralNetworks
import Testing

typealias Scalar = BN254Fields.Scalar

/// Every combination of what can be public.
let allOptions: [CompileOptions] = CompileOptions.WeightVisibility.allCases.flatMap { weights in
    CompileOptions.InputVisibility.allCases.flatMap { input in
        CompileOptions.Output.allCases.map { CompileOptions(weights: weights, input: input, output: $0) }
    }
}

@Suite("A circuit says what its network computes")
struct CircuitEqualityTests {
    @Test("on random and extreme inputs", arguments: Sample.all, allOptions)
    func equality(_ sample: Sample, _ options: CompileOptions) throws {
        let network = sample.network
        let compiled: CompiledNetwork<Scalar> = try network.compiled(options)
        for input in SampleNetworks.inputs(of: network, count: 20) {
            let witness = try compiled.witness(for: input)
            #expect(compiled.circuit.satisfaction(of: witness) == .satisfied)
            let logits = try network.logits(for: input)
            let outputs =
                options.output == .logits ? logits : [Int128(IntegerNetwork.classification(of: logits))]
            for (index, output) in outputs.enumerated() {
                #expect(witness[Wire(1 + index)] == Scalar(output))
            }
            let values = try compiled.publicValues(for: input)
            #expect(values.starts(with: outputs))
            #expect(zip(values, compiled.publicRanges).allSatisfy { $1.contains($0) })
        }
    }

    @Test("and nothing else: no other output has a witness that differs only there", arguments: allOptions)
    func otherOutputs(_ options: CompileOptions) throws {
        let network = SampleNetworks.perceptron([12, 7, 4])
        let compiled: CompiledNetwork<Scalar> = try network.compiled(options)
        for input in SampleNetworks.inputs(of: network, count: 3) {
            let honest = try compiled.witness(for: input)
            // Hidden wires are the owner's: the mask is in no constraint, and others are in products with 0.
            for wire in 1..<compiled.layout.publicInputs.upperBound {
                var values = (0..<honest.count).map { honest[Wire($0)] }
                values[wire] += .one
                let satisfaction = compiled.circuit.satisfaction(of: Witness(values))
                // A public pixel that nothing reads is free; every other wire is bound.
                #expect(!satisfaction.isSatisfied)
            }
        }
    }

    @Test("images through the check that the command line runs")
    func check() throws {
        let network = SampleNetworks.perceptron([16, 8, 3])
        let compiled: CompiledNetwork<Scalar> = try network.compiled()
        var generator = SeededGenerator(seed: 5)
        let images = LabeledImages(
            width: 4, height: 4, classCount: 3,
            pixels: (0..<16 * 50).map { _ in UInt8.random(in: 0 ... .max, using: &generator) },
            labels: (0..<50).map { _ in UInt8.random(in: 0..<3, using: &generator) })
        #expect(try compiled.check(against: network, on: images).isEqual)
        // Another network of the same shape is found out.
        let other = SampleNetworks.perceptron([16, 8, 3], weightSeed: 7)
        let check = try compiled.check(against: other, on: images)
        #expect(check.first?.image == 0)
        #expect(check.first?.disagreement == .otherOutputs)
    }
}
