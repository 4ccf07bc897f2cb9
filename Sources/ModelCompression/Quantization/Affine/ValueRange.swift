import NeuralNetworks

/// The least and the largest element of some of a network's values on calibration images, 0 among them.
struct ValueRange {
    private var bounds: [Network.ValueName: ClosedRange<Float>] = [:]

    /// - Throws: `noData` without images, `inputShape` for images of another size.
    init(
        of names: Set<Network.ValueName>, in network: Network, on images: LabeledImages
    ) throws(NetworkError) {
        guard images.count > 0 else { throw NetworkError(.noData, at: "calibration") }
        var bounds: [Network.ValueName: ClosedRange<Float>] = [:]
        try network.visitValues(of: images) { name, elements in
            guard names.contains(name) else { return }
            var (low, high) = (bounds[name]?.lowerBound ?? 0, bounds[name]?.upperBound ?? 0)
            for element in elements { (low, high) = (min(low, element), max(high, element)) }
            bounds[name] = low...high
        }
        self.bounds = bounds
    }

    subscript(name: Network.ValueName) -> ClosedRange<Float> { bounds[name] ?? 0...0 }
}
