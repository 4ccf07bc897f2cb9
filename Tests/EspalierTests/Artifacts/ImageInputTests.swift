import Espalier
import Testing

@Suite struct ImageInputTests {
    let directory: ScratchDirectory

    init() throws { directory = try ScratchDirectory() }

    @Test func integersAndFloatsAreTheSamePixels() throws {
        let integers = try read("<i4", littleEndian: [0, 51, 255].map(UInt32.init))
        #expect(integers.pixels == [0, 51, 255])
        let floats = try read("<f4", littleEndian: [0, 0.2, 1].map { Float($0).bitPattern })
        #expect(floats.pixels == [0, 51, 255])
    }

    @Test(arguments: [256, 0xFFFF_FFFF] as [UInt32]) func integersOutOfRangeAreRefused(value: UInt32) {
        #expect(throws: FileError.self) { try read("<i4", littleEndian: [value]) }
    }

    @Test(arguments: [Float.nan, .infinity, -0.01, 1.01]) func floatsOutOfRangeAreRefused(value: Float) {
        #expect(throws: FileError.self) { try read("<f4", littleEndian: [value.bitPattern]) }
    }

    @Test func anotherKindOfFileIsRefused() throws {
        let path = try directory.write("P6\n1 1\n255\nabc".utf8, "x.ppm")
        #expect(throws: FileError.self) { try ImageInput(contentsOf: path) }
    }

    @Test func anotherSizeIsRefusedByName() throws {
        let small = try SmallPipeline.shared.get()
        let image = ImageInput(width: 8, height: 8, pixels: [UInt8](repeating: 0, count: 64))
        let error = #expect(throws: FileError.self) {
            try small.integerNetwork.input(for: image, named: "small.pgm")
        }
        let sentence = "small.pgm: the network takes 784 pixels, this image has 8×8; scale it first"
        #expect(error?.description == sentence)
    }

    @Test func anIndexOutOfRangeIsRefused() throws {
        let images = try SmallPipeline.shared.get().dataset.test
        for index in [-1, 200, .max] {
            let error = #expect(throws: ImageIndexError.self) { try ImageInput(images, at: index) }
            #expect(error?.index == index)
            #expect(error?.count == 200)
        }
    }

    /// An array of one axis, written by the format's own rules.
    private func read(_ type: String, littleEndian values: [UInt32]) throws -> ImageInput {
        var header = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(values.count),), }"
        while (10 + header.utf8.count + 1) % 64 != 0 { header += " " }
        header += "\n"
        var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0]
        bytes += [UInt8(header.utf8.count & 255), UInt8(header.utf8.count >> 8)] + Array(header.utf8)
        for value in values { bytes += (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
        return try ImageInput(contentsOf: try directory.write(bytes, "x.npy"))
    }
}
