import NeuralNetworks
import Testing

@Suite struct IntervalTests {
    @Test func aRowIsTight() throws {
        let network = IntegerSample.row([3, -2, 0, 5], bias: -7, inputBits: 4)
        #expect(try network.intervals(.exact).nodes == [[-37...113]])
        let extremes = try [[15, 0, 3, 15], [0, 15, 3, 0]].map { try network.logits(for: $0)[0] }
        #expect(extremes == [113, -37])
        // Three weights of at most 127, inputs of at most 15, a bias below 2^19.
        let bound: Int128 = 3 * 127 * 15 + (1 << 19) - 1
        #expect(try network.intervals(.declared).nodes == [[-bound...bound]])
    }

    @Test func rectifyAndAdd() throws {
        var network = IntegerSample.row([3, -2], bias: 0, inputBits: 4)
        network.nodes.append(.init(name: "r", operation: .rectify(shift: 2), inputs: [.node(0)]))
        network.nodes.append(.init(name: "a", operation: .add, inputs: [.node(0), .node(1)]))
        let intervals = try network.intervals(.exact)
        // (45 + 2) >> 2 = 11.
        #expect(intervals.nodes == [[-30...45], [0...11], [-30...56]])
        #expect(intervals[.input] == [0...15, 0...15])
        #expect(intervals[.node(1)] == [0...11])
    }

    @Test func squaresOfWindows() throws {
        func squares(_ weight: Int32, bias: Int64) throws -> [ClosedRange<Int128>] {
            var network = IntegerSample.row([weight], bias: bias, inputBits: 2)
            network.nodes.append(.init(name: "s", operation: .square, inputs: [.node(0)]))
            return try network.intervals(.exact).nodes[1]
        }
        // Windows -5...7, 2...5, -6...(-3) and 0...0.
        #expect(try squares(4, bias: -5) == [0...49])
        #expect(try squares(1, bias: 2) == [4...25])
        #expect(try squares(-1, bias: -3) == [9...36])
        #expect(try squares(0, bias: 0) == [0...0])
    }

    @Test(arguments: [(4, 3), (8, 6), (16, 2), (31, 0)])
    func holdEveryValue(bits: Int, shift: Int) throws {
        try expectToHoldEveryValue(IntegerSample.branched(seed: 41, bits: bits, shift: shift))
        try expectToHoldEveryValue(IntegerSample.squared(seed: 41, bits: min(bits, 24)))
    }

    private func expectToHoldEveryValue(_ network: IntegerNetwork) throws {
        let exact = try network.intervals(.exact)
        let declared = try network.intervals(.declared)
        var generator = SeededGenerator(seed: 42)
        for round in 0..<200 {
            let input = (0..<36).map { _ in
                round % 2 == 0
                    ? Int.random(in: 0...255, using: &generator) : [0, 255].randomElement(using: &generator)!
            }
            for (node, value) in try network.nodeValues(for: input).enumerated() {
                for (index, element) in value.enumerated() {
                    #expect(exact.nodes[node][index].contains(element))
                }
            }
        }
        for (tight, loose) in zip(exact.nodes.joined(), declared.nodes.joined()) {
            #expect(loose.contains(tight.lowerBound) && loose.contains(tight.upperBound))
        }
    }

    /// The first layer's bounds are reached by some input.
    @Test func firstLayerIsReached() throws {
        let network = IntegerSample.branched(seed: 43)
        guard case .linear(let linear) = network.nodes[0].operation else { return }
        let intervals = try network.intervals(.exact).nodes[0]
        for row in 0..<linear.outputCount {
            let most = try network.nodeValues(for: linear.row(row).map { $0 > 0 ? 255 : 0 })[0][row]
            let least = try network.nodeValues(for: linear.row(row).map { $0 < 0 ? 255 : 0 })[0][row]
            #expect(intervals[row] == least...most)
        }
    }

    /// Public bounds depend on nothing but zeros and declared bits.
    @Test func declaredBoundsHideTheWeights() throws {
        let network = IntegerSample.branched(seed: 44)
        var other = network
        for (index, node) in network.nodes.enumerated() {
            guard case .linear(let linear) = node.operation else { continue }
            other.nodes[index].operation = .linear(
                IntegerLinear(
                    outputCount: linear.outputCount, inputCount: linear.inputCount,
                    weights: linear.weights.map { $0 == 0 ? 0 : ($0 > 0 ? -1 : 127) },
                    biases: linear.biases.map { _ in 3 }, weightBits: linear.weightBits,
                    biasBits: linear.biasBits))
        }
        #expect(try network.intervals(.declared) == other.intervals(.declared))
        #expect(try network.intervals(.exact) != other.intervals(.exact))
    }
}
