import Datasets
import Testing

@Suite struct GreyImageTests {
    private func read(_ text: String, _ samples: [UInt8] = []) throws(DatasetError) -> GreyImage {
        try GreyImage(pgm: Array(text.utf8) + samples, file: "x.pgm")
    }

    private func code(_ text: String, _ samples: [UInt8] = []) -> DatasetError.Code? {
        do { _ = try read(text, samples) } catch { return error.code }
        return nil
    }

    @Test func writesWhatItReads() throws {
        let image = GreyImage(width: 3, height: 2, pixels: [0, 10, 35, 32, 254, 255])
        #expect(try GreyImage(pgm: image.pgm(), file: "x") == image)
    }

    @Test func readsPlainSamplesAndComments() throws {
        let image = try read("P2 # a map\n#width next\n2\t1 # done\n255\n0\n # more\n 255\n")
        #expect(image == GreyImage(width: 2, height: 1, pixels: [0, 255]))
    }

    @Test func aSampleMayLookLikeAComment() throws {
        #expect(try read("P5\n1 2\n255\n", [35, 10]).pixels == [35, 10])
    }

    @Test func scalesToTheFullRange() throws {
        #expect(try read("P5 3 1 2\n", [0, 1, 2]).pixels == [0, 128, 255])
        #expect(try read("P2 2 1 15 3 15").pixels == [51, 255])
    }

    @Test func refusesWhatIsNotOneImage() {
        #expect(code("") == .wrongMagic)
        #expect(code("P6 1 1 255\n", [1, 2, 3]) == .wrongMagic)
        #expect(code("P5 0 1 255\n") == .malformedHeader)
        #expect(code("P52 1 255\n", [1, 2]) == .malformedHeader)
        #expect(code("P5 1 1 256\n", [1, 1]) == .malformedHeader)
        #expect(code("P5 99999999999999999999 1 255\n") == .malformedHeader)
        #expect(code("P5 32768 32768 255\n") == .truncated(expectedBytes: 19 + 1 << 30, foundBytes: 19))
        #expect(code("P5 1 1 255\n", [1, 2]) == .trailingBytes(1))
        #expect(code("P5 1 1 100\n", [101]) == .malformedSample)
        #expect(code("P2 1 1 100\n101") == .malformedSample)
        #expect(code("P2 2 1 100\n1 x2") == .malformedSample)
        #expect(code("P2 1 1 100\n1 2") == .trailingBytes(1))
    }
}
