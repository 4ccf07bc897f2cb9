/// What becomes of an image before a network sees it: a part of the network's definition, exact and public, that a
/// verifier applies herself.
///
/// With p bits a pixel x becomes `x >> (8 − p)`. With boxes of side b it is the mean of each box that is cut to p
/// bits: `⌊Σ_box x / (b² · 2^(8−p))⌋`, boxes row by row. Either way an image becomes integers in 0 ..< 2^p.
public struct InputTransform: Hashable, Sendable {
    /// Bits of a value, 1 … 8.
    public let bits: Int
    /// Nil where every pixel is a value of its own; images may then have any width.
    public let boxes: Boxes?

    /// - Precondition: `bits` lies in 1 … 8.
    public init(bits: Int = 8, boxes: Boxes? = nil) {
        precondition((1...8).contains(bits), "a value has 1 to 8 bits")
        self.bits = bits
        self.boxes = boxes
    }

    /// - Parameters:
    ///   - boxSide: 2 … 16, or 1 for no boxes.
    ///   - images: of the size that the boxes cut.
    /// - Throws: `inputBoxes` where the side is another one, or does not divide the images' width and height.
    /// - Precondition: `bits` lies in 1 … 8.
    public init(bits: Int, boxSide: Int, of images: LabeledImages) throws(NetworkError) {
        self.init(
            bits: bits,
            boxes: boxSide == 1
                ? nil : try Boxes(side: boxSide, width: images.width, height: images.height))
    }

    /// The largest value: 2^bits − 1.
    public var largestValue: Int { (1 << bits) - 1 }

    /// Returns how many values an image of some pixels becomes.
    ///
    /// - Throws: `inputShape` where the boxes are those of another size.
    public func valueCount(width: Int, height: Int) throws(NetworkError) -> Int {
        guard let boxes else { return width * height }
        guard boxes.width == width, boxes.height == height else {
            throw NetworkError(.inputShape, at: "boxes of \(boxes)")
        }
        return boxes.count
    }

    /// Returns whether images of some pixels become `count` values.
    package func makes(_ count: Int, ofWidth width: Int, height: Int) -> Bool {
        (try? valueCount(width: width, height: height)) == count
    }

    /// Returns whether some images' size makes `count` values.
    package func makes(_ count: Int, of images: LabeledImages) -> Bool {
        makes(count, ofWidth: images.width, height: images.height)
    }

    /// Returns whether `count` values can be what it makes of an image.
    package func canMake(_ count: Int) -> Bool { boxes == nil || boxes?.count == count }

    /// Returns the integers that an image stands for, each in 0 … `largestValue`.
    ///
    /// - Parameter image: its pixels, row by row.
    /// - Precondition: with boxes, there are as many pixels as in the images that they cut.
    /// - Complexity: linear in the number of pixels.
    public func integers(of image: some Collection<UInt8>) -> [Int] { integers(of: image, as: Int.self) }

    /// Returns the same in words of at least 16 bits and a sign.
    package func integers<Word: FixedWidthInteger>(
        of image: some Collection<UInt8>, as _: Word.Type
    ) -> [Word] {
        guard let boxes else { return image.map { Word($0 >> (8 - bits)) } }
        precondition(image.count == boxes.pixelCount, "an image of the size that the boxes cut")
        var sums = [Int](repeating: 0, count: boxes.count)
        var pixels = image.makeIterator()
        for y in 0..<boxes.height {
            let line = y / boxes.side * boxes.columns
            for column in line..<line + boxes.columns {
                for _ in 0..<boxes.side { sums[column] += Int(pixels.next()!) }
            }
        }
        let divisor = divisor
        return sums.map { Word($0 / divisor) }
    }

    /// What a box's sum is divided by: b² · 2^(8−p).
    var divisor: Int { (boxes.map { $0.side * $0.side } ?? 1) << (8 - bits) }

    /// Returns the fractions that a float network sees of an image: each integer over 2^p − 1, 0 … 1.
    ///
    /// - Precondition: as for `integers(of:)`.
    public func fractions(of image: some Collection<UInt8>) -> [Float] {
        integers(of: image).map(fraction)
    }

    /// The fraction that an integer stands for.
    func fraction(_ integer: Int) -> Float { Float(integer) * (1 / Float(largestValue)) }
}
