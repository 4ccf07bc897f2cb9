extension LabeledImages {
    /// Returns the images with `bits` bits per pixel: each pixel's upper bits, spread over 0 … 255 again.
    ///
    /// What a float network learns on these it computes on `x >> (8 - bits)` in integers.
    ///
    /// - Precondition: `bits` lies in 1 … 8.
    public func coarsened(toBits bits: Int) -> LabeledImages {
        precondition((1...8).contains(bits), "a pixel has 1 to 8 bits")
        let largest = (1 << bits) - 1
        let table = (0...255).map { UInt8((($0 >> (8 - bits)) * 255 + largest / 2) / largest) }
        return LabeledImages(
            width: width, height: height, classCount: classCount, pixels: pixels.map { table[Int($0)] },
            labels: labels)
    }
}
