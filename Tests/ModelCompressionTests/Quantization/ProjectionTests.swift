import ModelCompression
import NeuralNetworks
import Testing

/// Rows that are moved into their windows, and the scales at which rows fit.
@Suite struct ProjectionTests {
    /// A layer of random rows with what its columns read.
    private struct Rows {
        let rowCount: Int
        let inputs: [ClosedRange<Double>]
        let factors: [Float]?
        let limit: Float
        var parameters: [Float]
        let scales: [Float]

        var columnCount: Int { inputs.count }
        var weightCount: Int { rowCount * columnCount }

        init(
            _ rowCount: Int, inputs: [ClosedRange<Double>], factors: [Float]? = nil, limit: Float,
            weights: ClosedRange<Float> = -1...1, biases: ClosedRange<Float> = -2...2, seed: UInt64
        ) {
            var generator = SeededGenerator(seed: seed)
            self.rowCount = rowCount
            self.inputs = inputs
            self.factors = factors
            self.limit = limit
            parameters = (0..<rowCount * inputs.count).map { _ in
                Float.random(in: weights, using: &generator)
            }
            parameters += (0..<rowCount).map { _ in Float.random(in: biases, using: &generator) }
            scales = (0..<rowCount).map { _ in Float.random(in: 0.05...0.2, using: &generator) }
        }

        var layer: RoundedLayer {
            RoundedLayer(
                weights: 0..<weightCount, biases: weightCount..<weightCount + rowCount,
                columnCount: columnCount, largestWeight: 127, rowScales: scales, columnFactors: factors,
                biasScales: scales, window: .init(limit: limit, inputs: inputs))
        }

        func projected() -> Rows {
            var rows = self
            rows.parameters.withUnsafeMutableBufferPointer { layer.project($0) }
            return rows
        }

        func weight(_ row: Int, _ column: Int) -> Float { parameters[row * columnCount + column] }

        /// The largest and the smallest sum of a row's integers.
        func sums(_ row: Int) -> ClosedRange<Double> {
            let bias = Double((parameters[weightCount + row] / scales[row]).rounded())
            var (lower, upper) = (bias, bias)
            for (column, input) in inputs.enumerated() {
                let integer = Double((weight(row, column) * (factors?[column] ?? 1) / scales[row]).rounded())
                let ends = [integer * input.lowerBound, integer * input.upperBound]
                lower += ends.min()!
                upper += ends.max()!
            }
            return lower...upper
        }
    }

    private static let pixels = [ClosedRange<Double>](repeating: 0...3, count: 24)
    private static let unequal: [ClosedRange<Double>] = (0..<24).map { 0...Double(1 + $0 % 5) }
    private static let signed: [ClosedRange<Double>] = (0..<24).map { -Double($0 % 4)...Double(1 + $0 % 5) }
    private static let factors: [Float] = (0..<24).map { 1 / Float(1 + $0 % 3) }

    @Test(arguments: [3, 30, 120] as [Float], [pixels, unequal, signed])
    func everyRowEndsInItsWindow(limit: Float, inputs: [ClosedRange<Double>]) {
        for factors in [nil, Self.factors] {
            let rows = Rows(40, inputs: inputs, factors: factors, limit: limit, seed: 1)
            let projected = rows.projected()
            var changed = 0
            for row in 0..<40 {
                let sums = projected.sums(row)
                #expect(sums.lowerBound >= -Double(limit) && sums.upperBound <= Double(limit))
                for column in 0..<24 {
                    let (before, after) = (rows.weight(row, column), projected.weight(row, column))
                    #expect(abs(after) <= abs(before) && after * before >= 0)
                    if before != after { changed += 1 }
                }
            }
            #expect(changed > 0)
            #expect(projected.projected().parameters == projected.parameters, "once is enough")
        }
    }

    @Test func rowsThatFitStayToTheBit() {
        let rows = Rows(10, inputs: Self.signed, factors: Self.factors, limit: 1e4, seed: 2)
        #expect(rows.projected().parameters == rows.parameters)
        var zeros = Rows(3, inputs: Self.pixels, limit: 5, biases: 0...0.1, seed: 3)
        for index in 0..<zeros.weightCount { zeros.parameters[index] = 0 }
        #expect(zeros.projected().parameters == zeros.parameters)
    }

    /// A row whose one side is too heavy keeps the other.
    @Test func oneSideLeavesTheOtherAlone() {
        var rows = Rows(1, inputs: Self.pixels, limit: 60, biases: 0...0, seed: 4)
        for column in 0..<24 { rows.parameters[column] = column < 20 ? 1 : -0.2 }
        let projected = rows.projected()
        #expect((20..<24).allSatisfy { projected.weight(0, $0) == -0.2 })
        #expect((0..<20).allSatisfy { projected.weight(0, $0) < 1 })
    }

    /// Where inputs are alike one threshold is taken from all weights, and no smaller one of a fine scan fits.
    @Test(arguments: 1...5)
    func theThresholdIsTheLeast(seed: UInt64) {
        let rows = Rows(1, inputs: Self.pixels, limit: 50, weights: 0.1...1, biases: 0...0, seed: seed)
        let projected = rows.projected()
        let thresholds = (0..<24).filter { projected.weight(0, $0) > 0 }.map {
            rows.weight(0, $0) - projected.weight(0, $0)
        }
        let largest = rows.parameters.max()!
        let least = (0...20_000).lazy.map { largest * Float($0) / 20_000 }.first { threshold in
            var trial = rows
            for column in 0..<24 { trial.parameters[column] = max(0, trial.parameters[column] - threshold) }
            return trial.sums(0).upperBound <= 50
        }!
        #expect(!thresholds.isEmpty && least > 0)
        for threshold in thresholds {
            #expect(threshold >= least - largest / 10_000 && threshold <= least + largest / 2_000)
        }
    }

    /// Where they are not, every weight gives up in proportion to what it costs: the nearest point of the ball.
    @Test func weightsGiveUpWhatTheyCost() {
        let rows = Rows(
            1, inputs: Self.unequal, factors: Self.factors, limit: 60, weights: 0.3...1, biases: 0...0,
            seed: 6)
        let projected = rows.projected()
        let shares = (0..<24).filter { projected.weight(0, $0) > 0 }.map { column in
            (rows.weight(0, column) - projected.weight(0, column))
                / (Float(Self.unequal[column].upperBound) * Self.factors[column])
        }
        #expect(shares.count > 3 && shares.min()! > 0)
        #expect(shares.max()! - shares.min()! < 1e-5)
    }

    @Test func biasesBeyondTheWindowAreCut() {
        var rows = Rows(2, inputs: Self.pixels, limit: 20, seed: 7)
        rows.parameters[rows.weightCount] = 1000
        rows.parameters[rows.weightCount + 1] = -1000
        let projected = rows.projected()
        #expect(projected.sums(0).upperBound == 20 && projected.sums(1).lowerBound == -20)
        #expect((0..<24).allSatisfy { (projected.weight(0, $0) / rows.scales[0]).rounded() <= 0 })
        #expect((0..<24).allSatisfy { (projected.weight(1, $0) / rows.scales[1]).rounded() >= 0 })
    }

    @Test(arguments: [4, 7, 10], 1...4)
    func theScaleIsTheFinestThatFits(windowBits: Int, seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let weights = (0..<20).map { _ in Double.random(in: -1...1, using: &generator) }
        let bias = Double.random(in: -1...1, using: &generator)
        var fit = WindowFit(bias: bias)
        for (column, weight) in weights.enumerated() {
            fit.add(weight, input: -Double(column % 3)...Double(1 + column % 4))
        }
        func largest(_ scale: Double) -> Double {
            var sums = (bias / scale).rounded()...(bias / scale).rounded()
            for (column, weight) in weights.enumerated() {
                let integer = (weight / scale).rounded()
                let ends = [integer * -Double(column % 3), integer * Double(1 + column % 4)]
                sums = sums.lowerBound + ends.min()!...sums.upperBound + ends.max()!
            }
            return max(abs(sums.lowerBound), abs(sums.upperBound))
        }
        let limit = Double((1 << windowBits) - 1)
        let scale = fit.scale(windowBits: windowBits, largestWeight: 1_048_576)
        #expect(largest(scale) <= limit && largest(scale / 1.02) > limit)
        // A settled scale that fits is kept; one that does not gives way.
        #expect(fit.scale(windowBits: windowBits, largestWeight: 1_048_576, from: 3) == 3)
        let coarser = fit.scale(windowBits: windowBits, largestWeight: 1_048_576, from: scale / 3)
        #expect(largest(coarser) <= limit && coarser <= scale * 1.1)
        // Weights have bits too.
        let heaviest = weights.map(abs).max()!
        #expect(fit.scale(windowBits: windowBits, largestWeight: 2) >= heaviest / 2)
    }

    @Test func emptyRowsFitAnywhere() {
        let fit = WindowFit(bias: 0)
        #expect(fit.scale(windowBits: 4, largestWeight: 7) == 1)
        #expect(fit.scale(windowBits: 4, largestWeight: 7, from: 0.25) == 0.25)
    }
}
