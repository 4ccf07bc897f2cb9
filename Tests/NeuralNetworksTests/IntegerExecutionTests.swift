import NeuralNetworks
import Testing

@Suite struct IntegerExecutionTests {
    /// The value to the nearest integer, halves upwards: computed by floor division, without shifts.
    private func naiveRectify(_ z: Int, shift: Int) -> Int {
        let divisor = 1 << shift
        let numerator = shift == 0 ? z : z + divisor / 2
        let floor = numerator >= 0 ? numerator / divisor : -((-numerator + divisor - 1) / divisor)
        return max(0, floor)
    }

    @Test(arguments: [0, 1, 2, 3, 7, 8])
    func rectifyRounds(shift: Int) {
        let edge = 1 << shift
        for z in (-3 * edge - 2)...(3 * edge + 2) {
            let expected = naiveRectify(z, shift: shift)
            #expect(IntegerOperation.rectified(z, shift: shift) == expected)
            #expect(IntegerOperation.rectified(Int32(z), shift: shift) == Int32(expected))
            #expect(IntegerOperation.rectified(Int128(z), shift: shift) == Int128(expected))
        }
    }

    @Test func rectifyAtItsEdges() {
        let rectified = { (z: Int) in IntegerOperation.rectified(z, shift: 4) }
        #expect([-100, -9, -8, -1, 0, 7].map(rectified) == [0, 0, 0, 0, 0, 0])
        #expect([8, 15, 16, 23, 24].map(rectified) == [1, 1, 1, 1, 2])
        #expect(IntegerOperation.rectified(-1, shift: 0) == 0)
        #expect(IntegerOperation.rectified(1, shift: 0) == 1)
    }

    @Test func logitsOfASmallNetwork() throws {
        let linear = IntegerLinear(
            outputCount: 2, inputCount: 2, weights: [3, -2, 0, 5], biases: [-4, 1], weightBits: 4, biasBits: 4
        )
        let network = IntegerNetwork(
            inputShape: [2], inputBits: 4,
            nodes: [
                .init(name: "l", operation: .linear(linear), inputs: [.input]),
                .init(name: "r", operation: .rectify(shift: 1), inputs: [.node(0)]),
                .init(name: "a", operation: .add, inputs: [.node(1), .input]),
            ])
        // 3·5 − 2·7 − 4 = −3 → 0; 5·7 + 1 = 36 → 18.
        #expect(try network.nodeValues(for: [5, 7]) == [[-3, 36], [0, 18], [5, 25]])
        #expect(try network.logits(for: [5, 7]) == [5, 25])
    }

    @Test func inputsOutOfRangeAreRefused() {
        let network = IntegerSample.row([1, 2], inputBits: 2)
        for input in [[0, 4], [-1, 0], [Int.max, 0]] {
            #expect(throws: NetworkError(.inputRange, at: "input")) { try network.logits(for: input) }
        }
        for input in [[], [1], [1, 1, 1]] {
            #expect(throws: NetworkError(.inputShape, at: "input")) { try network.logits(for: input) }
        }
    }

    @Test func tiesGoToTheLowestIndex() {
        #expect(IntegerNetwork.classification(of: [3, 7, 7, 1]) == 1)
        #expect(IntegerNetwork.classification(of: [0, 0, 0]) == 0)
        #expect(IntegerNetwork.classification(of: [-5, -2, -2]) == 1)
        #expect(IntegerNetwork.classification(of: [-5]) == 0)
    }

    /// Bits and shifts choose words of 32, 64 and 128 bits.
    @Test(arguments: [(4, 3), (8, 6), (8, 0), (16, 2), (31, 1), (31, 0)])
    func wordsAgreeWithExactArithmetic(bits: Int, shift: Int) throws {
        let network = IntegerSample.branched(seed: 31, bits: bits, shift: shift)
        let images = Sample.bars(count: 70, seed: 32)
        let fast = try network.logits(for: images)
        let exact = try (0..<images.count).map { try network.logits(for: network.input(for: images[$0])) }
        #expect(fast == exact)
        #expect(Set(fast).count > 1)
        let classes = try network.classes(of: images)
        #expect(classes == exact.map(IntegerNetwork.classification))
        let correct = zip(classes, images.labels).count { $0 == Int($1) }
        #expect(try network.accuracy(on: images) == Double(correct) / 70)
    }

    /// Squares of sums of about 13, 19, 33 and 35 bits: words of 64 and 128. More leaves the range of exact arithmetic.
    @Test(arguments: [2, 8, 22, 24])
    func wordsAgreeOnSquares(bits: Int) throws {
        let network = IntegerSample.squared(seed: 33, bits: bits)
        let images = LabeledImages(
            width: 6, height: 6, classCount: 1,
            pixels: (0..<36 * 20).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) },
            labels: [UInt8](repeating: 0, count: 20))
        let fast = try network.logits(for: images)
        #expect(try fast == (0..<20).map { try network.logits(for: network.input(for: images[$0])) })
        #expect(Set(fast).count > 1)
    }

    @Test func squaresAreExactOrAnError() throws {
        func network(_ weight: Int32, squares: Int) -> IntegerNetwork {
            var network = IntegerNetwork(
                inputShape: [1], inputBits: 8,
                nodes: [
                    .init(
                        name: "l",
                        operation: .linear(
                            IntegerLinear(
                                outputCount: 1, inputCount: 1, weights: [weight], biases: [0], weightBits: 32,
                                biasBits: 1)), inputs: [.input])
                ])
            for index in 0..<squares {
                network.nodes.append(.init(name: "s\(index)", operation: .square, inputs: [.node(index)]))
            }
            return network
        }
        #expect(try network(-3, squares: 2).logits(for: [5]) == [50_625])
        #expect(try network(-(1 << 30), squares: 1).logits(for: [200]) == [40_000 << 60])
        #expect(throws: NetworkError(.overflow, at: "s1")) {
            try network(1 << 30, squares: 2).logits(for: [9])
        }
        #expect(throws: NetworkError(.overflow, at: "s1")) {
            try network(1 << 30, squares: 2).intervals(.exact)
        }
        #expect(throws: NetworkError(.overflow, at: "s1")) {
            try network(1 << 30, squares: 2).intervals(.declared)
        }
        #expect(try network(1 << 30, squares: 2).logits(for: [0]) == [0])
    }

    /// Sums that just fit 32 bits and that just do not.
    @Test(arguments: [0, 1, 1_000_000_000] as [Int64])
    func wordsAtTheirEdge(beyond: Int64) throws {
        let bias = Int64(Int32.max) - 255 * 127 + beyond
        var network = IntegerSample.row([127])
        network.nodes[0].operation = .linear(
            IntegerLinear(
                outputCount: 1, inputCount: 1, weights: [127], biases: [bias], weightBits: 8, biasBits: 33))
        let images = LabeledImages(width: 1, height: 1, classCount: 1, pixels: [0, 255], labels: [0, 0])
        #expect(try network.logits(for: images) == [[Int128(bias)], [Int128(bias) + 255 * 127]])
    }

    @Test(arguments: [1, 2, 4, 8])
    func pixelsOfFewerBits(bits: Int) throws {
        let network = IntegerSample.row([1], inputBits: bits)
        let images = LabeledImages(
            width: 1, height: 1, classCount: 1, pixels: Array(0...255),
            labels: [UInt8](repeating: 0, count: 256))
        #expect(try network.logits(for: images) == (0..<256).map { [Int128($0 / (256 >> bits))] })
    }

    @Test func overflowIsAnErrorNotATrap() throws {
        // Each layer multiplies by 2^30: the fourth leaves 125 bits.
        let linear = IntegerLinear(
            outputCount: 1, inputCount: 1, weights: [1 << 30], biases: [0], weightBits: 32, biasBits: 1)
        var network = IntegerNetwork(inputShape: [1], inputBits: 8, nodes: [])
        for layer in 0..<4 {
            network.nodes.append(
                .init(
                    name: "l\(layer)", operation: .linear(linear),
                    inputs: [layer == 0 ? .input : .node(layer - 1)]))
        }
        #expect(throws: NetworkError(.overflow, at: "l3")) { try network.logits(for: [255]) }
        #expect(throws: NetworkError(.overflow, at: "l3")) { try network.intervals(.exact) }
        #expect(throws: NetworkError(.overflow, at: "l3")) { try network.intervals(.declared) }
        let image = LabeledImages(width: 1, height: 1, classCount: 1, pixels: [0], labels: [0])
        #expect(throws: NetworkError(.overflow, at: "l3")) { try network.logits(for: image) }
        #expect(try network.logits(for: [0]) == [0])
        network.nodes.removeLast()
        #expect(try network.logits(for: [255]) == [255 << 90])
    }

    @Test func brokenNetworksAreRefused() {
        func expect(_ code: NetworkError.Code, at path: String, _ change: (inout IntegerNetwork) -> Void) {
            var network = IntegerSample.branched(seed: 1)
            change(&network)
            #expect(throws: NetworkError(code, at: path)) { try network.validate() }
        }
        expect(.emptyNetwork, at: "network") { $0.nodes = [] }
        expect(.duplicateName, at: "l1") { $0.nodes[1].name = "l1" }
        expect(.unknownValue, at: "r1") { $0.nodes[1].inputs = [.node(1)] }
        expect(.unknownValue, at: "r1") { $0.nodes[1].inputs = [.node(-1)] }
        expect(.unknownValue, at: "r1") { $0.nodes[1].inputs = [.node(5)] }
        expect(.wrongInputCount, at: "sum") { $0.nodes[3].inputs = [.node(1)] }
        expect(.wrongInputCount, at: "l1") { $0.nodes[0].inputs = [] }
        expect(.shapeMismatch, at: "l1") { $0.inputShape = [6, 5] }
        expect(.shapeMismatch, at: "sum") { $0.nodes[3].inputs = [.input, .node(2)] }
        expect(.shift, at: "r1") { $0.nodes[1].operation = .rectify(shift: -1) }
        expect(.shift, at: "r1") { $0.nodes[1].operation = .rectify(shift: 63) }
    }
}
