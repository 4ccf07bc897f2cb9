extension IntegerNetwork {
    /// Returns the input that an image stands for: what the input transform makes of it.
    ///
    /// - Precondition: with boxes, the image has as many pixels as those that they cut.
    public func input(for image: some Collection<UInt8>) -> [Int] { inputTransform.integers(of: image) }

    /// Returns the logits of every image, on all cores.
    ///
    /// Equal to `logits(for:)` on each; in 32- or 64-bit words where the intervals prove that they suffice.
    ///
    /// - Throws: `inputShape` for images of another size, and what `logits(for:)` throws.
    public func logits(for images: LabeledImages) throws(NetworkError) -> [[Int128]] {
        guard inputTransform.makes(inputShape.count, of: images) else {
            throw NetworkError(.inputShape, at: "input")
        }
        let bound = try largestPartialSum()
        if bound <= Int32.max {
            return wordLogits(for: images, WordExecutor<Int32>(self))
        } else if bound <= Int64.max {
            return wordLogits(for: images, WordExecutor<Int64>(self))
        }
        var results = [Result<[Int128], NetworkError>](repeating: .success([]), count: images.count)
        results.concurrentlyForEach { index, result in
            result = Result { () throws(NetworkError) in try self.logits(for: input(for: images[index])) }
        }
        var logits: [[Int128]] = []
        for result in results { logits.append(try result.get()) }
        return logits
    }

    /// Returns the class that the network gives each image.
    ///
    /// - Throws: as `logits(for:)` on images.
    public func classes(of images: LabeledImages) throws(NetworkError) -> [Int] {
        try logits(for: images).map(Self.classification)
    }

    /// Returns the fraction of images whose class the network gives, 0 … 1.
    ///
    /// - Throws: `noData` where there are no images, and what `classes(of:)` throws.
    public func accuracy(on images: LabeledImages) throws(NetworkError) -> Double {
        guard images.count > 0 else { throw NetworkError(.noData, at: "images") }
        let correct = zip(try classes(of: images), images.labels).count { $0 == Int($1) }
        return Double(correct) / Double(images.count)
    }

    private func wordLogits<Word>(
        for images: LabeledImages, _ executor: WordExecutor<Word>
    ) -> [[Int128]] {
        let shardSize = 64
        var shards = [[[Int128]]](repeating: [], count: (images.count + shardSize - 1) / shardSize)
        shards.concurrentlyForEach { shard, logits in
            for index in shard * shardSize..<min(images.count, (shard + 1) * shardSize) {
                let input = inputTransform.integers(of: images[index], as: Word.self)
                logits.append(executor.logits(for: input).map { Int128($0) })
            }
        }
        return shards.flatMap { $0 }
    }
}
