import Foundation
import NeuralNetworks
import Testing

/// What becomes of an image before a network sees it.
@Suite struct InputTransformTests {
    private static func image(width: Int, height: Int, seed: UInt64) -> [UInt8] {
        var generator = SeededGenerator(seed: seed)
        return (0..<width * height).map { _ in .random(in: 0...255, using: &generator) }
    }

    /// The definition, slowly: the largest v with v · b² · 2^(8−p) ≤ the box's sum.
    private static func oracle(_ pixels: [UInt8], width: Int, side: Int, bits: Int) -> [Int] {
        let height = pixels.count / width
        var values: [Int] = []
        for top in stride(from: 0, to: height, by: side) {
            for left in stride(from: 0, to: width, by: side) {
                var sum = 0
                for y in top..<top + side {
                    for x in left..<left + side { sum += Int(pixels[y * width + x]) }
                }
                var unit = side * side
                for _ in bits..<8 { unit *= 2 }
                var value = 0
                while (value + 1) * unit <= sum { value += 1 }
                values.append(value)
            }
        }
        return values
    }

    @Test(arguments: [1, 2, 4, 7], 1...8)
    func integersAreTheDefinition(side: Int, bits: Int) throws {
        for (width, height) in [(28, 28), (56, 28), (28, 84)] {
            let boxes =
                side == 1
                ? nil : try InputTransform.Boxes(side: side, width: width, height: height)
            let transform = InputTransform(bits: bits, boxes: boxes)
            #expect(
                try transform.valueCount(width: width, height: height) == width * height / (side * side))
            let noise = Self.image(width: width, height: height, seed: UInt64(side * 10 + bits))
            for pixels in [
                noise, noise.map { $0 / 16 }, noise.map { 255 - $0 / 16 },
                [UInt8](repeating: 0, count: noise.count), [UInt8](repeating: 255, count: noise.count),
            ] {
                let integers = transform.integers(of: pixels)
                #expect(integers == Self.oracle(pixels, width: width, side: side, bits: bits))
                #expect(integers.allSatisfy { (0..<1 << bits).contains($0) })
                // A part of a larger collection is as good.
                #expect(transform.integers(of: ([7] + pixels).dropFirst()) == integers)
                let fractions = transform.fractions(of: pixels)
                for (fraction, integer) in zip(fractions, integers) {
                    #expect(abs(Double(fraction) - Double(integer) / Double((1 << bits) - 1)) < 1e-7)
                }
            }
            let white = [UInt8](repeating: 255, count: width * height)
            #expect(transform.integers(of: white).allSatisfy { $0 == transform.largestValue })
        }
    }

    @Test func boxesDivideTheirImages() throws {
        for (side, width, height) in [
            (1, 28, 28), (0, 28, 28), (-2, 28, 28), (17, 34, 34), (3, 28, 27), (3, 27, 28), (2, 0, 28),
            (2, 28, 0), (2, -28, 28), (2, 1 << 15, 28), (2, .max, .max), (.max, 28, 28), (.min, 28, 28),
        ] {
            let error = #expect(throws: NetworkError.self) {
                try InputTransform.Boxes(side: side, width: width, height: height)
            }
            #expect(error?.code == .inputBoxes)
        }
        let boxes = try InputTransform.Boxes(side: 16, width: 32, height: 16)
        #expect(boxes.count == 2 && boxes.columns == 2 && boxes.pixelCount == 512)
        let error = #expect(throws: NetworkError.self) {
            try InputTransform(bits: 2, boxSide: 3, of: Sample.bars(count: 1, size: 28, seed: 1))
        }
        let sentence = try #require(error).description
        #expect(sentence.contains("3×3") && sentence.contains("28×28") && sentence.contains("divides"))
        let images = Sample.bars(count: 1, seed: 1)
        #expect(try InputTransform(bits: 2, boxSide: 1, of: images) == InputTransform(bits: 2))
        #expect(try InputTransform(bits: 2, boxSide: 3, of: images).boxes?.count == 4)
    }

    @Test func textsOfBoxesAreStrict() throws {
        let boxes = try InputTransform.Boxes(side: 2, width: 28, height: 56)
        #expect(boxes.description == "2x2 of 28x56")
        #expect(InputTransform.Boxes("2x2 of 28x56") == boxes)
        for text in [
            "", "2x2", "2x2 of 28", "2x2 of 28x56 ", " 2x2 of 28x56", "2x2  of 28x56", "2X2 of 28x56",
            "2x3 of 28x56", "3x2 of 28x56", "02x02 of 28x56", "+2x+2 of 28x56", "2x2 of 028x56",
            "2x2x2 of 28x56", "2x2 of 28x56x1", "2x2 in 28x56", "1x1 of 28x56", "0x0 of 28x56",
            "-2x-2 of 28x56", "3x3 of 28x56", "2x2 of 0x0", "2x2 of 32768x2", "17x17 of 34x34",
            "2x2 of 99999999999999999999x2", "２x２ of 28x56", "2x2 of 28x56\n", "x of x", "2x2 of -28x-56",
        ] {
            #expect(InputTransform.Boxes(text) == nil, "\(text)")
        }
    }

    @Test func codingGivesBackWhatItWrote() throws {
        let boxes = try InputTransform.Boxes(side: 4, width: 28, height: 28)
        for transform in [InputTransform(), InputTransform(bits: 3), InputTransform(bits: 1, boxes: boxes)] {
            let data = try JSONEncoder().encode(transform)
            #expect(try JSONDecoder().decode(InputTransform.self, from: data) == transform)
        }
        for text in [
            "{}", #"{"bits":0}"#, #"{"bits":9}"#, #"{"bits":"2"}"#, #"{"bits":2,"boxes":"3x3 of 28x28"}"#,
            #"{"bits":2,"boxes":2}"#, #"{"boxes":"2x2 of 28x28"}"#,
        ] {
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(InputTransform.self, from: Data(text.utf8))
            }
        }
    }

    @Test func wordsSayWhatIsSeen() throws {
        let boxes = try InputTransform.Boxes(side: 2, width: 28, height: 28)
        #expect(InputTransform(bits: 2).description == "2 bits of each pixel")
        #expect(InputTransform(bits: 1).description == "1 bit of each pixel")
        #expect(InputTransform(bits: 2, boxes: boxes).description == "means of 2×2 pixels, 2 bits each")
        #expect(InputTransform(bits: 1, boxes: boxes).description == "means of 2×2 pixels, 1 bit each")
    }
}
