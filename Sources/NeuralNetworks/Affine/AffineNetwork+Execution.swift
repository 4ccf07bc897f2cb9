extension AffineNetwork {
    /// Returns Q_Y of the last layer for one input, exactly.
    ///
    /// - Parameter input: one integer in 0 … 255 per element.
    /// - Throws: `inputShape`, `inputRange` for an unfit input.
    public func logits(for input: [Int]) throws(NetworkError) -> [Int128] {
        try layerOutputs(for: input).last!
    }

    /// Returns Q_Y of every layer for one input, before ReLU.
    ///
    /// - Throws: as `logits(for:)`.
    public func layerOutputs(for input: [Int]) throws(NetworkError) -> [[Int128]] {
        guard input.count == inputCount else { throw NetworkError(.inputShape, at: "input") }
        guard input.allSatisfy((0...255).contains) else { throw NetworkError(.inputRange, at: "input") }
        return AffineExecutor<Int128>(self).outputs(for: input.map { Int128($0) })
    }

    /// Returns the input that an image stands for: its pixels.
    public func input(for image: some Sequence<UInt8>) -> [Int] { image.map { Int($0) } }

    /// Returns Q_Y of every layer for every image, on all cores: `[image][layer][neuron]`.
    ///
    /// In 64-bit words where the intervals prove that they suffice.
    ///
    /// - Throws: `inputShape` for images of another size.
    public func layerOutputs(for images: LabeledImages) throws(NetworkError) -> [[[Int128]]] {
        guard images.pixelsPerImage == inputCount else { throw NetworkError(.inputShape, at: "input") }
        return try fitsWords
            ? outputs(for: images, AffineExecutor<Int64>(self))
            : outputs(for: images, AffineExecutor<Int128>(self))
    }

    /// Returns the class that the network gives each image.
    ///
    /// - Throws: as `layerOutputs(for:)` on images.
    public func classes(of images: LabeledImages) throws(NetworkError) -> [Int] {
        try layerOutputs(for: images).map { indexOfLargest($0.last!) }
    }

    /// Returns the fraction of images whose class the network gives, 0 … 1.
    ///
    /// - Throws: `noData` where there are no images, and what `classes(of:)` throws.
    public func accuracy(on images: LabeledImages) throws(NetworkError) -> Double {
        guard images.count > 0 else { throw NetworkError(.noData, at: "images") }
        let correct = zip(try classes(of: images), images.labels).count { $0 == Int($1) }
        return Double(correct) / Double(images.count)
    }

    /// Whether every integer on the way stays below 2^62.
    private var fitsWords: Bool {
        get throws(NetworkError) {
            let windows = try windows(followingMask: false)
            return zip(layers, windows.layers).allSatisfy { layer, window in
                // Both ends hold all partial sums too, because 0 lies between them.
                let offset: Int128 = 1 << Int128(layer.offsetBits)
                let bound = window.sums.map(\.largestMagnitude).max()! + offset
                return bound < 1 << Int128(62 - layer.multiplierBits)
            }
        }
    }

    private func outputs<Word>(
        for images: LabeledImages, _ executor: AffineExecutor<Word>
    ) -> [[[Int128]]] {
        let shardSize = 64
        var shards = [[[[Int128]]]](repeating: [], count: (images.count + shardSize - 1) / shardSize)
        shards.concurrentlyForEach { shard, outputs in
            for index in shard * shardSize..<min(images.count, (shard + 1) * shardSize) {
                outputs.append(
                    executor.outputs(for: images[index].map { Word($0) }).map { $0.map { Int128($0) } })
            }
        }
        return shards.flatMap { $0 }
    }
}
