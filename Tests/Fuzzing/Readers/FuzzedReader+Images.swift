import Datasets
import Espalier

/// Images and their labels.
extension FuzzedReader {
    private static let pixels: [UInt8] = [0, 255, 17, 130, 200, 3]
    private static let grey = GreyImage(width: 3, height: 2, pixels: pixels)
    private static let plainText = Array("P2 # plain\n3 2\n255\n0 255 17\n130 200 3\n".utf8)

    static let greyMap = FuzzedReader("pgm", samples: { [grey.pgm()] }, foreignSamples: [plainText]) {
        try GreyImage(pgm: $0, file: "fuzzed").pgm()
    }

    /// As `--image` takes one: a grey map or an array.
    static let image = FuzzedReader(
        "image", samples: { [NumPyArray(shape: [2, 3], elements: .uint8(pixels)).npy()] },
        foreignSamples: [grey.pgm(), NumPyArray(shape: [2], elements: .float32([0, 0.5])).npy()]
    ) { bytes in
        let image = try ScratchFile.with(bytes) { try ImageInput(contentsOf: $0) }
        return NumPyArray(shape: [image.height, image.width], elements: .uint8(image.pixels)).npy()
    }

    static let indexedImages = FuzzedReader(
        "idx-images", samples: { [header(3, [2, 3, 1]) + pixels] }
    ) { bytes in
        let images = try IDX.images(from: bytes, file: "fuzzed")
        return header(3, [images.count, images.height, images.width]) + images.pixels
    }

    static let indexedLabels = FuzzedReader("idx-labels", samples: { [header(1, [4]) + [0, 1, 9, 3]] }) {
        let labels = try IDX.labels(from: $0, file: "fuzzed")
        return header(1, [labels.count]) + labels
    }

    /// The header of a file of bytes.
    private static func header(_ axes: UInt8, _ extents: [Int]) -> [UInt8] {
        [0, 0, 8, axes]
            + extents.flatMap { extent in
                stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: extent >> $0) }
            }
    }
}
