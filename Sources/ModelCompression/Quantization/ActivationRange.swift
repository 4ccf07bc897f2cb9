import NeuralNetworks

/// The size that nearly all activations of rectifiers keep below on calibration images.
struct ActivationRange {
    /// One activation in so many may exceed the bound.
    static let outlierRate = 10_000

    private var bounds: [Network.ValueName: Float] = [:]

    /// Runs the network on the images and watches some of its values.
    ///
    /// - Throws: `noData` where there is something to watch and no image, `inputShape` for images of another
    ///   size.
    init(
        of names: Set<Network.ValueName>, in network: Network, on images: LabeledImages
    ) throws(NetworkError) {
        guard !names.isEmpty else { return }
        guard images.count > 0 else { throw NetworkError(.noData, at: "calibration") }
        let shapes = try network.valueShapes()
        var largest: [Network.ValueName: [Float]] = [:]
        try network.visitValues(of: images) { name, elements in
            guard names.contains(name) else { return }
            let outliers = images.count * shapes[name]!.count / Self.outlierRate
            var candidates = largest.removeValue(forKey: name) ?? []
            candidates.append(contentsOf: elements.lazy.filter { $0 > 0 })
            candidates.sort(by: >)
            largest[name] = Array(candidates.prefix(outliers + 1))
        }
        for (name, candidates) in largest {
            let outliers = images.count * shapes[name]!.count / Self.outlierRate
            bounds[name] = candidates.count > outliers ? candidates[outliers] : 0
        }
    }

    /// The least value that at most one in `outlierRate` activations exceeds; 0 for a value not watched.
    func bound(of name: Network.ValueName) -> Float { bounds[name] ?? 0 }
}
