import ConstraintSystem
import FiniteFields
import NetworkCompiler
import NeuralNetworks
import Testing

@Suite("Circuits of committed weights")
struct CommittedCircuitTests {
    private static let shallow = SampleNetworks.perceptron([784, 128, 10], shift: 10)

    private func costs(_ compiled: CompiledNetwork<Scalar>) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: compiled.costs.map { ($0.path, $0.constraints) })
    }

    @Test("A first layer on a public image costs nothing, and has no wires for pixels or weights")
    func firstLayerIsFree() throws {
        let compiled: CompiledNetwork<Scalar> = try Self.shallow.compiled(CompileOptions(weights: .committed))
        #expect(costs(compiled)["layer1", default: 0] == 0)
        let layout = compiled.layout
        #expect(layout.columnCount == 784 && layout.publicInputCount == 0)
        #expect(layout.accumulatorCount == 128 && layout.hasMask)
        // Two packs of logits: a weight for each neuron and a bias.
        #expect(layout.committedCount == 2 * 129)
        #expect(costs(compiled)["layer2"] == 256)
        #expect(costs(compiled)["output", default: 0] == 0)
        #expect(compiled.circuit.system.publicCount == layout.instanceCount)
        #expect(layout.mask == layout.instanceCount..<layout.instanceCount + 1)
    }

    @Test("The mask is in no constraint")
    func maskIsFree() throws {
        let compiled: CompiledNetwork<Scalar> = try Self.shallow.compiled(CompileOptions(weights: .committed))
        let mask = UInt32(compiled.layout.mask.lowerBound)
        for matrix in [compiled.circuit.matrices.a, compiled.circuit.matrices.b, compiled.circuit.matrices.c]
        {
            #expect(!matrix.wires.contains(mask))
        }
    }

    @Test("Rows share products on a private image: as many as fit the field")
    func packedFirstLayer() throws {
        let options = CompileOptions(weights: .committed, input: .committed)
        let compiled: CompiledNetwork<Scalar> = try Self.shallow.compiled(options)
        // Windows of 26 bits: nine rows in 253 bits, so 128 rows take 15 packs.
        #expect(costs(compiled)["layer1"] == 15 * 784)
        let plain: CompiledNetwork<Scalar> = try Self.shallow.compiled(
            CompileOptions(weights: .committed, input: .committed, products: .plain))
        #expect(costs(plain)["layer1"] == 784 * 128)
    }

    @Test("Published windows make a rectifier cost what it costs with embedded weights")
    func publishedWindows() throws {
        let published = try Self.shallow.publishingWindows()
        let committed: CompiledNetwork<Scalar> = try published.compiled(CompileOptions(weights: .committed))
        let embedded: CompiledNetwork<Scalar> = try Self.shallow.compiled()
        #expect(costs(committed)["relu1"] == costs(embedded)["relu1"])
        let declared: CompiledNetwork<Scalar> = try Self.shallow.compiled(CompileOptions(weights: .committed))
        #expect(costs(committed)["relu1"]! < costs(declared)["relu1"]!)
    }

    @Test("Models of the same windows have the same circuit")
    func sameWindowsSameCircuit() throws {
        let first = try SampleNetworks.perceptron([12, 7, 4], weightBits: 4).publishingWindows()
        var second = first
        for index in second.nodes.indices {
            guard case .linear(let layer) = second.nodes[index].operation else { continue }
            // Each weight one nearer to 0, but none becomes 0, so no sum leaves its window.
            let weights = layer.weights.map { abs($0) > 1 ? $0 - $0.signum() : $0 }
            second.nodes[index].operation = .linear(
                IntegerLinear(
                    outputCount: layer.outputCount, inputCount: layer.inputCount, weights: weights,
                    biases: layer.biases.map { $0 / 2 }, weightBits: layer.weightBits,
                    biasBits: layer.biasBits, windows: layer.windows))
        }
        for options in allOptions where options.weights != .embedded {
            let one: CompiledNetwork<Scalar> = try first.compiled(options)
            let other: CompiledNetwork<Scalar> = try second.compiled(options)
            let areEqual = one.circuit == other.circuit
            #expect(areEqual)
            for input in SampleNetworks.inputs(of: second, count: 5) {
                #expect(other.circuit.satisfaction(of: try other.witness(for: input)) == .satisfied)
            }
        }
    }

    @Test("A window that a sum can leave is refused")
    func narrowWindow() throws {
        var network = try SampleNetworks.perceptron([12, 7, 4]).publishingWindows()
        guard case .linear(let layer) = network.nodes[0].operation, let windows = layer.windows else {
            Issue.record("no windows")
            return
        }
        network.nodes[0].operation = .linear(
            IntegerLinear(
                outputCount: layer.outputCount, inputCount: layer.inputCount, weights: layer.weights,
                biases: layer.biases, weightBits: layer.weightBits, biasBits: layer.biasBits,
                windows: windows.map { $0.lowerBound / 4...$0.upperBound / 4 }))
        let error = #expect(throws: NetworkError.self) {
            let _: CompiledNetwork<Scalar> = try network.compiled(CompileOptions(weights: .committed))
        }
        #expect(error?.code == .windowTooNarrow && error?.path == "layer1")
    }

    @Test(
        "Windows as wide as integers go are refused, not computed with",
        arguments: [
            Int128.min...Int128.max, -(1 << 124)...(1 << 124) - 1, -(1 << 125)...(1 << 125),
        ] as [ClosedRange<Int128>])
    func hostileWindows(_ window: ClosedRange<Int128>) throws {
        let sample = SampleNetworks.perceptron([12, 7, 4])
        for index in [0, 2] {
            var network = sample
            guard case .linear(let layer) = network.nodes[index].operation else { continue }
            network.nodes[index].operation = .linear(
                IntegerLinear(
                    outputCount: layer.outputCount, inputCount: layer.inputCount, weights: layer.weights,
                    biases: layer.biases, weightBits: layer.weightBits, biasBits: layer.biasBits,
                    windows: layer.biases.map { _ in window }))
            for options in allOptions where options.weights != .embedded {
                #expect(throws: (any Error).self) {
                    let _: CompiledNetwork<Scalar> = try network.compiled(options)
                }
            }
        }
    }

    @Test("A layer beside the hidden ones shares the products of the logits")
    func skipSharesProducts() throws {
        let network = SampleNetworks.skip()
        let public_: CompiledNetwork<Scalar> = try network.compiled(CompileOptions(weights: .committed))
        // Its sums are accumulators, its part of the logits is free.
        #expect(public_.layout.accumulatorCount == 5 + 4)
        #expect(costs(public_)["logits"] == 5)
        #expect(costs(public_)["output", default: 0] == 0)
        let hidden: CompiledNetwork<Scalar> = try network.compiled(
            CompileOptions(weights: .committed, input: .committed))
        #expect(costs(hidden)["logits"] == 5 + 8)
    }

    @Test("Packing never costs more than single products", arguments: 0..<60 as Range<UInt64>)
    func packingPays(_ seed: UInt64) throws {
        let network = RandomNetworks.graph(maskSeed: seed, valueSeed: seed + 9)
        for input in CompileOptions.InputVisibility.allCases {
            for output in CompileOptions.Output.allCases {
                let count = { (products: CompileOptions.Products) in
                    let compiled: CompiledNetwork<Scalar> = try network.compiled(
                        CompileOptions(
                            weights: .committed, input: input, output: output, products: products))
                    return compiled.circuit.constraintCount
                }
                #expect(try count(.automatic) <= count(.plain))
            }
        }
    }

    /// The squares are the logits: the prover may choose any two sums of a pack, unless both have their bits.
    @Test("A packed row before a square is checked by bits of its own, and by nothing else")
    func packedSquares() throws {
        var network = SampleNetworks.perceptron([12, 4])
        network.nodes.append(.init(name: "square1", operation: .square, inputs: [.node(0)]))
        let options = CompileOptions(weights: .committed, input: .private, products: .packed)
        let compiled: CompiledNetwork<Scalar> = try network.compiled(options)
        let circuit = compiled.circuit
        // One pack: 12 products, the bits of four windows, four squares.
        let width = network.declaredWidth(ofNode: 0)
        #expect(costs(compiled)["layer1"] == 12 + 4 * width && costs(compiled)["square1"] == 4)
        #expect(compiled.audit().isDeterministic)

        let honest = try compiled.witness(for: SampleNetworks.inputs(of: network, count: 1)[2])
        let sums = (1..<honest.count).map { Wire($0) }.filter { circuit.name(of: $0).hasSuffix("/sum") }
        #expect(sums.count == 4)
        var forged = Witness<Scalar>((0..<honest.count).map { honest[Wire($0)] })
        // 2^width of the first sum are one of the second.
        forged[sums[0]] += Scalar(2).power(UInt64(width))
        forged[sums[1]] -= 1
        for (index, sum) in sums.prefix(2).enumerated() {
            forged[Wire(1 + index)] = forged[sum] * forged[sum]
        }
        guard case .violated(let violations) = circuit.satisfaction(of: forged, limit: 1000) else {
            Issue.record("two answers")
            return
        }
        // The lowest bit has no wire: of the first sum it is none any more, of the second it depends on what it was.
        #expect((1...2).contains(violations.count))
        #expect(violations.allSatisfy { $0.region.hasPrefix("layer1/pack[") })
        var planted = circuit.system
        for violation in violations.reversed() { planted.constraints.remove(at: violation.constraint) }
        let isAccepted = planted.isSatisfied(by: forged)
        #expect(isAccepted && forged[Wire(1)] != honest[Wire(1)])
        let audit = compiled.determinismAudit
        #expect(!DeterminismAudit(planted, base: audit.base).run().isDeterministic)
    }

    @Test("A published window before a square is a power of two")
    func windowsBeforeSquares() throws {
        let network = try SampleNetworks.squares().publishingWindows()
        guard case .linear(let layer) = network.nodes[0].operation else { return }
        for window in try #require(layer.windows) {
            #expect(window.upperBound == -window.lowerBound - 1)
            #expect((window.upperBound & (window.upperBound + 1)) == 0)
        }
        for options in allOptions where options.weights != .embedded {
            let compiled: CompiledNetwork<Scalar> = try network.compiled(options)
            #expect(compiled.audit().isDeterministic)
            for input in SampleNetworks.inputs(of: network, count: 3) {
                #expect(compiled.circuit.satisfaction(of: try compiled.witness(for: input)) == .satisfied)
            }
        }
    }

    /// The prover adds 1 to a digit that nobody checks, and takes 2^(o_j − o_k) from another one: in a packed product
    /// of committed weights, and in the one equation of embedded logits, which stands in a bit's place.
    @Test(
        "One row of a pack unchecked: a second answer, which ranges of the verifier refuse",
        arguments: [CompileOptions.WeightVisibility.committed, .embedded])
    func uncheckedRow(_ weights: CompileOptions.WeightVisibility) throws {
        let network = SampleNetworks.perceptron([12, 7, 4])
        let compiled: CompiledNetwork<Scalar> = try network.compiled(CompileOptions(weights: weights))
        let honest = try compiled.witness(for: SampleNetworks.inputs(of: network, count: 1)[2])
        let ranges = compiled.publicRanges
        // The first logit moves by one; the second pays for it.
        let width = (ranges[0].upperBound - ranges[0].lowerBound).bitWidthOfMagnitude
        var forged = Witness<Scalar>((0..<honest.count).map { honest[Wire($0)] })
        forged[Wire(1)] += Scalar(2).power(UInt64(width))
        forged[Wire(2)] -= .one
        #expect(compiled.circuit.satisfaction(of: forged) == .satisfied)
        // Nothing but the verifier's range of the first logit is in the way.
        #expect(forged[Wire(1)].signedInteger.map { ranges[0].contains($0) } != true)
        #expect(forged[Wire(2)].signedInteger.map { ranges[1].contains($0) } == true)
        // The audit relies on that range, and says so.
        #expect(compiled.audit().isDeterministic)
        let unranged = DeterminismAudit(compiled.circuit, base: compiled.givenWires).run()
        #expect(unranged.undetermined.prefix(4).map(\.wire) == (1...4).map { Wire($0) })
    }

    @Test("One row of a pack that only a class reads is checked by the circuit")
    func checkedRowsOfClasses() throws {
        let network = SampleNetworks.perceptron([40, 30, 4])
        let options = CompileOptions(weights: .committed, output: .class, products: .packed)
        let compiled: CompiledNetwork<Scalar> = try network.compiled(options)
        #expect(compiled.audit().isDeterministic)
        // Without any one of the checks' constraints the audit fails.
        var generator = SeededGenerator(seed: 1)
        let report = compiled.determinismAudit.mutations(limit: 5000, using: &generator)
        #expect(report.isComplete && report.redundant.isEmpty)
    }
}

extension Int128 {
    fileprivate var bitWidthOfMagnitude: Int { 128 - magnitude.leadingZeroBitCount }
}

extension IntegerNetwork {
    /// The bits of the widest window that declared bits leave a node's value.
    fileprivate func declaredWidth(ofNode node: Int) -> Int {
        let windows = (try? intervals(.declared).nodes[node]) ?? []
        return windows.map { 128 - ($0.upperBound - $0.lowerBound).leadingZeroBitCount }.max() ?? 0
    }
}
