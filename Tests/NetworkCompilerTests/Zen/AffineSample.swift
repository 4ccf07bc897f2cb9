import NetworkCompiler
import NeuralNetworks
import Testing

/// An affine network with a name that keeps the weights out of the tests' log.
struct AffineSample: CustomTestStringConvertible, Sendable {
    let name: String
    let network: AffineNetwork

    var testDescription: String { name }

    static let all: [AffineSample] = [
        .init("dense-12-7-4", [12, 7, 4]),
        .init("sparse-12-9-4", [12, 9, 4], sparsity: 0.8),
        .init("deep-9-6-5-3", [9, 6, 5, 3], sparsity: 0.4),
        .init("linear-5-2", [5, 2]),
        .init("single-1-1-1", [1, 1, 1]),
        .init("empty-6-5-3", [6, 5, 3], sparsity: 1),
        .init("offset-input-6-5-3", [6, 5, 3], inputZeroPoint: 77),
    ]

    /// Every encoding and every choice beside it.
    static let options: [ZenOptions] = [true, false].flatMap { followMask in
        ZenOptions.Input.allCases.flatMap { input in
            [ZenOptions(.plain, input: input, followMask: followMask)]
                + [ZenOptions(.grouped, input: input, followMask: followMask)]
                + (2...4).map { ZenOptions(.stranded, strands: $0, input: input, followMask: followMask) }
        }
    }

    init(
        _ name: String, _ widths: [Int], sparsity: Double = 0, inputZeroPoint: Int = 0, zeroPoint: Int? = nil,
        fractionBits: Int = 10, multiplierBits: Int = 8, offsetBits: Int = 16, maskSeed: UInt64 = 1,
        valueSeed: UInt64 = 2, extreme: Bool = false
    ) {
        var masks = SeededGenerator(seed: maskSeed)
        var values = SeededGenerator(seed: valueSeed)
        let largest: (multiplier: Int64, offset: Int64) = (1 << multiplierBits - 1, 1 << (offsetBits - 1) - 1)
        let layers = zip(widths, widths.dropFirst()).enumerated().map { index, shape in
            let weights = (0..<shape.0 * shape.1).map { _ -> UInt8 in
                let weight = UInt8.random(in: 0...254, using: &values)
                if extreme { return weight < 128 ? 0 : 255 }
                let isPruned = Double.random(in: 0..<1, using: &masks) < sparsity
                return isPruned ? 128 : weight < 128 ? weight : weight + 1
            }
            let z = zeroPoint ?? Int.random(in: 0...255, using: &values)
            let multipliers = (0..<shape.1).map { _ in
                extreme ? largest.multiplier : Int64.random(in: 1...largest.multiplier, using: &values)
            }
            let biases = multipliers.map { multiplier in
                let sign: Int64 = Bool.random(using: &values) ? 1 : -1
                let offset =
                    extreme
                    ? sign * largest.offset
                    : Int64.random(in: -largest.offset...largest.offset, using: &values)
                return offset - (Int64(z) << Int64(fractionBits)) / multiplier
            }
            return AffineLayer(
                name: "layer\(index + 1)", outputCount: shape.1, inputCount: shape.0, weights: weights,
                biases: biases, multipliers: multipliers, outputZeroPoint: z, fractionBits: fractionBits,
                multiplierBits: multiplierBits, offsetBits: offsetBits)
        }
        self.name = name
        network = try! AffineNetwork(inputZeroPoint: inputZeroPoint, layers: layers)
    }

    /// The shape of the paper's network with the parameters of the affine quantizer.
    static func shallow(sparsity: Double = 0) -> AffineNetwork {
        AffineSample(
            "shallow", [784, 128, 10], sparsity: sparsity, zeroPoint: 128, fractionBits: 22,
            multiplierBits: 14,
            offsetBits: 25
        ).network
    }

    /// Random inputs between both ends.
    func inputs(count: Int) -> [[Int]] {
        var generator = SeededGenerator(seed: 9)
        let size = network.inputCount
        return [[Int](repeating: 0, count: size), [Int](repeating: 255, count: size)]
            + (0..<count).map { _ in
                (0..<size).map { _ in
                    Bool.random(using: &generator) ? Int.random(in: 0...255, using: &generator) : 0
                }
            }
    }
}
