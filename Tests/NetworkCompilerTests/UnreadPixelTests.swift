import ConstraintSystem
import FiniteFields
import NetworkCompiler
import NeuralNetworks
import Testing

/// Pixels that no surviving weight reads cost nothing, and a proof says nothing of them.
@Suite("Pixels that nobody reads")
struct UnreadPixelTests {
    /// Pixels 1 and 4 are read by nobody, and 2 only by a neuron that nobody reads.
    private static let network: IntegerNetwork = {
        func linear(_ rows: [[Int32]]) -> IntegerOperation {
            .linear(
                IntegerLinear(
                    outputCount: rows.count, inputCount: rows[0].count, weights: rows.flatMap { $0 },
                    biases: rows.map { _ in 3 }, weightBits: 8, biasBits: 8))
        }
        return IntegerNetwork(
            inputShape: [6], inputBits: 4,
            nodes: [
                .init(
                    name: "layer1",
                    operation: linear([[5, 0, 0, -7, 0, 1], [0, 0, 9, 0, 0, 0], [-3, 0, 0, 2, 0, 0]]),
                    inputs: [.input]),
                .init(name: "relu1", operation: .rectify(shift: 1), inputs: [.node(0)]),
                .init(name: "layer2", operation: linear([[2, 0, 5], [-4, 0, 1]]), inputs: [.node(1)]),
            ])
    }()
    private static let isRead = [true, false, false, true, false, true]

    private static let hiddenInputs = allOptions.filter { $0.input != .public }

    private func compiled(_ options: CompileOptions) throws -> CompiledNetwork<Scalar> {
        try Self.network.compiled(options)
    }

    @Test("Each pixel that is read costs its bits, others nothing", arguments: hiddenInputs)
    func cost(_ options: CompileOptions) throws {
        let compiled = try compiled(options)
        #expect(compiled.readInput == Self.isRead)
        #expect(compiled.costs.first { $0.path == "input" }?.constraints == 3 * 4)
        let pixels = compiled.circuit.privateInputs.count {
            compiled.circuit.region(of: $0).hasPrefix("input/pixel[")
        }
        #expect(pixels == (options.input == .private ? 3 : 0))
        // The commitment stays one to the whole image.
        #expect(compiled.layout.hiddenInputCount == (options.input == .committed ? 6 : 0))
        #expect(compiled.audit().isDeterministic)
        for input in SampleNetworks.inputs(of: Self.network, count: 5) {
            let witness = try compiled.witness(for: input)
            #expect(compiled.circuit.satisfaction(of: witness) == .satisfied)
        }
    }

    @Test(
        "An unread pixel may be anything and changes nothing, a read one is refused", arguments: hiddenInputs)
    func outOfRange(_ options: CompileOptions) throws {
        let compiled = try compiled(options)
        let circuit = compiled.circuit
        let image = [9, 3, 14, 2, 7, 15]
        let honest = try compiled.witness(for: image)
        let outputs = compiled.layout.outputs
        // Other values of what nobody reads give the same answer.
        let other = try compiled.witness(for: [9, 0, 0, 2, 15, 15])
        for output in outputs { #expect(honest[Wire(output)] == other[Wire(output)]) }
        guard options.input == .committed else {
            // In place of pixels, a cheating prover gives whatever he likes.
            let given = circuit.privateInputs.map { honest[$0] }
            for (position, wire) in circuit.privateInputs.enumerated()
            where circuit.region(of: wire).hasPrefix("input/pixel[") {
                var values = given
                values[position] = 16
                let instance = (0..<circuit.system.publicInputCount).map {
                    honest[Wire(outputs.upperBound + $0)]
                }
                #expect(throws: WitnessError.self) {
                    _ = try circuit.witness(publicInputs: instance, privateInputs: values)
                }
            }
            return
        }
        for (pixel, wire) in compiled.layout.hiddenInputs.enumerated() {
            for value in [Scalar(16), -1, Scalar(2).inverse()!] {
                var forged = Witness<Scalar>((0..<honest.count).map { honest[Wire($0)] })
                forged[Wire(wire)] = value
                #expect(circuit.satisfaction(of: forged).isSatisfied != Self.isRead[pixel])
            }
        }
    }

    @Test("Which pixels are read follows from the mask, whatever the hidden weights are")
    func followsTheMask() throws {
        for options in Self.hiddenInputs where options.weights != .embedded {
            let one: CompiledNetwork<Scalar> = try SampleNetworks.perceptron(
                [12, 7, 4], sparsity: 0.8, weightSeed: 2
            ).compiled(options)
            let other: CompiledNetwork<Scalar> = try SampleNetworks.perceptron(
                [12, 7, 4], sparsity: 0.8, weightSeed: 3
            ).compiled(options)
            #expect(one.readInput == other.readInput && one.readInput.contains(false))
            #expect(one.circuit == other.circuit)
        }
    }
}
