import Espalier
import Testing

@Suite struct PalettePictureTests {
    private let palette: [PalettePicture.Color] = [
        .init(red: 0, green: 0, blue: 0, alpha: 0), .init(red: 255, green: 0, blue: 0),
        .init(red: 0, green: 0, blue: 255),
    ]

    /// Made of the same pixels by an independent encoder's chunks and checksums (zlib, level 0).
    @Test func fileIsThatOfAnotherEncoder() {
        let picture = PalettePicture(width: 3, height: 2, palette: palette, pixels: [0, 1, 2, 2, 1, 0])
        #expect(
            picture.png.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == """
                89504e470d0a1a0a0000000d49484452000000030000000204030000006f5a7b2900000009504c54\
                45000000ff00000000ff4aa5ad810000000374524e5300ffff4450d6210000001149444154780101\
                0600f9ff00012000210000cd00438b01ac610000000049454e44ae426082
                """)
    }

    @Test func sizeIsKnown() {
        let picture = PalettePicture(
            width: 28, height: 28, palette: Array(repeating: palette[0], count: 16),
            pixels: Array(repeating: 15, count: 784))
        #expect(picture.png.count == 576)
        let large = PalettePicture(
            width: 512, height: 512, palette: palette, pixels: Array(repeating: 1, count: 512 * 512))
        // Three stored blocks for 512 rows of 257 bytes.
        #expect(large.png.count == 8 + 25 + 12 + 9 + 12 + 3 + 12 + 2 + 3 * 5 + 512 * 257 + 4 + 12)
    }

    @Test func weightsHaveTheirColours() throws {
        let filter = SearchReport.Filter(weights: [nil, 0, 1, -1, 7, -7, 14, -14])
        let picture = try #require(WeightPicture(filter, width: 4, height: 2).picture)
        #expect(picture.pixels == [0, 8, 9, 7, 12, 4, 15, 1])
        #expect(Set(picture.palette).count == 16)
        #expect(picture.palette[0].alpha == 0)
        #expect(picture.palette[1...].allSatisfy { $0.alpha > 60 })
        let strong = (picture.palette[1], picture.palette[15])
        #expect(strong.0.blue > strong.0.red && strong.1.red > strong.1.blue)
    }

    @Test func weightsMayBeExtremeOrMissing() {
        for weights in [[], [nil], [0], [Int.min], [Int.max, .min]] as [[Int?]] {
            let picture = WeightPicture(.init(weights: weights), width: weights.count, height: 1)
            #expect((picture.picture == nil) == weights.isEmpty)
        }
    }
}
