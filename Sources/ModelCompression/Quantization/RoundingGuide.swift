import NeuralNetworks

/// Shows every pass of training the rounded parameters that the quantizer would make of the trained ones, and keeps rows
/// inside of their windows.
///
/// A row before an activation that has a window keeps the scale that it begins with, the finest that fits. When its
/// weights grow out of the window they are projected onto the L1 ball that the window is: see `RoundedLayer`.
struct RoundingGuide: TrainingGuide {
    private let options: QuantizationOptions
    private let ranges: ActivationRange
    private var network: Network
    private var places: [String: Range<Int>] = [:]
    private var layers: [RoundedLayer] = []
    /// Those of rows with windows; empty before the first step.
    private(set) var rowScales = RowScales()
    /// What the quantizer refused in the middle of training.
    private(set) var failure: QuantizationError?

    /// Steps between two looks at scales and windows. In between weights move by little.
    private static let interval = 16

    init(_ network: Network, options: QuantizationOptions, ranges: ActivationRange) {
        self.network = network
        self.options = options
        self.ranges = ranges
    }

    mutating func begin(_ ranges: [String: Range<Int>], trained: [Float]) throws(NetworkError) {
        places = ranges
    }

    mutating func parametersSeen(
        _ trained: [Float], at step: TrainingStep
    ) throws(NetworkError) -> [Float] {
        if step.index % Self.interval == 0 { try updateScales(trained) }
        var seen = trained
        seen.withUnsafeMutableBufferPointer { seen in
            for layer in layers { layer.round(seen) }
        }
        return seen
    }

    mutating func confine(_ trained: inout [Float], after step: TrainingStep) {
        guard step.index % Self.interval == Self.interval - 1 || step.isLast else { return }
        trained.withUnsafeMutableBufferPointer { trained in
            for layer in layers { layer.project(trained) }
        }
    }

    private mutating func updateScales(_ trained: [Float]) throws(NetworkError) {
        guard trained.allSatisfy(\.isFinite) else { throw NetworkError(.notFinite, at: "loss") }
        for (name, range) in places {
            network.parameters[name]!.update { $0 = Array(trained[range]) }
        }
        do throws(QuantizationError) {
            let quantizer = try network.quantizer(options, ranges, rowScales: rowScales)
            if rowScales.isEmpty { rowScales = quantizer.windowScales }
            layers = try quantizer.roundedLayers(at: places)
        } catch {
            failure = error
            throw NetworkError(.notFinite, at: "loss")
        }
    }
}
