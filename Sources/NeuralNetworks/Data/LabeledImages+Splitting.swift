extension LabeledImages {
    /// Returns the images in two parts: all but `count` of them, and those `count`, drawn at random.
    ///
    /// The draw depends on the numbers of images only: every call takes the same ones. Both parts keep the order.
    /// The last images of a data set would be a poor choice: they may come from other writers (those of
    /// MNIST are easier than the rest).
    ///
    /// - Precondition: `count` lies in 0 … the number of images.
    public func holdingOut(_ count: Int) -> (rest: LabeledImages, heldOut: LabeledImages) {
        precondition((0...self.count).contains(count), "so many images are there")
        var generator = SeededGenerator(seed: 0)
        var isHeldOut = [Bool](repeating: false, count: self.count)
        for index in (0..<self.count).shuffled(using: &generator).prefix(count) { isHeldOut[index] = true }
        return (
            subset((0..<self.count).filter { !isHeldOut[$0] }),
            subset((0..<self.count).filter { isHeldOut[$0] })
        )
    }

    private func subset(_ indices: [Int]) -> LabeledImages {
        var kept: [UInt8] = []
        kept.reserveCapacity(indices.count * pixelsPerImage)
        for index in indices { kept += self[index] }
        return LabeledImages(
            width: width, height: height, classCount: classCount, pixels: kept,
            labels: indices.map { labels[$0] })
    }
}
