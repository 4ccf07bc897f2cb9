public import NeuralNetworks

/// Digits that are drawn and not collected: a real task for small networks that needs no file.
///
/// Each image takes one of several ways to write its digit, moves the points that the pen passes, then
/// slants, turns, stretches and shifts the whole, and draws it with a pen of random width and ink.
public enum DrawnDigits {
    /// The name in the catalogue.
    public static let name = "digits"
    /// Width and height of an image.
    public static let side = 28

    /// Returns `count` images, every digit equally often (up to one), in random order.
    ///
    /// The same generator state gives the same images on every machine. About 15 µs per image.
    public static func draw(count: Int, using generator: inout some RandomNumberGenerator) -> LabeledImages {
        var labels = (0..<count).map { UInt8($0 % 10) }
        for index in stride(from: count - 1, to: 0, by: -1) {
            labels.swapAt(index, generator.index(below: index + 1))
        }
        var pixels: [UInt8] = []
        pixels.reserveCapacity(count * side * side)
        for label in labels { drawDigit(Int(label), onto: &pixels, using: &generator) }
        return LabeledImages(width: side, height: side, classCount: 10, pixels: pixels, labels: labels)
    }

    /// Returns the data set `digits`: training and test images from one seed.
    public static func standard(
        trainCount: Int = 12_000, testCount: Int = 2_000, seed: UInt64 = 1
    ) -> Dataset {
        var generator = SeededGenerator(seed: seed)
        let train = draw(count: trainCount, using: &generator)
        let test = draw(count: testCount, using: &generator)
        return Dataset(name: name, train: train, test: test, origin: "drawn from seed \(seed)")
    }

    private static func drawDigit(
        _ digit: Int, onto pixels: inout [UInt8], using generator: inout some RandomNumberGenerator
    ) {
        let ways = Stroke.digits[digit]
        var strokes = ways[generator.index(below: ways.count)]
        let unsteadiness = generator.uniform(0.01...0.045)
        for stroke in strokes.indices {
            for point in strokes[stroke].points.indices {
                strokes[stroke].points[point].x += generator.normal(unsteadiness)
                strokes[stroke].points[point].y += generator.normal(unsteadiness)
            }
        }

        let pose = Pose(using: &generator)
        let halfWidth = generator.uniform(0.7...1.7)
        var canvas = Canvas(side: side)
        for stroke in strokes {
            let corners = stroke.polyline().map(pose.apply)
            for (start, end) in zip(corners, corners.dropFirst()) {
                canvas.draw(from: start, to: end, halfWidth: halfWidth)
            }
        }

        let ink = generator.uniform(0.75...1)
        let grain = generator.uniform(0...0.12)
        for level in canvas.levels {
            // Paper stays exactly 0, as in scans whose background was removed.
            let shade = level > 0 ? level * (ink + generator.normal(grain)) : 0
            pixels.append(UInt8((Swift.min(Swift.max(shade, 0), 1) * 255).rounded()))
        }
    }
}
