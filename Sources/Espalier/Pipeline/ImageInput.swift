import Datasets
import ModelFormats
public import NeuralNetworks

/// An image that a proof is to be about, from a file or a data set.
public struct ImageInput: Hashable, Sendable {
    public var width: Int
    public var height: Int
    /// 0 … 255, row by row.
    public var pixels: [UInt8]
    /// The class that a data set gives it.
    public var label: Int?

    /// Reads a PGM image or a .npy array; which of both is seen from its first bytes.
    ///
    /// An array holds integers of 0 … 255, or floats of 0 … 1, in any shape of width × height elements.
    public init(contentsOf path: String) throws {
        let bytes = try ArtifactFile.read(path, limit: 64 << 20)
        if bytes.starts(with: [0x93] + Array("NUMPY".utf8)) {
            try self.init(numpy: bytes, path: path)
        } else if bytes.starts(with: Array("P5".utf8)) || bytes.starts(with: Array("P2".utf8)) {
            let image = try GreyImage(pgm: bytes, file: path)
            self.init(width: image.width, height: image.height, pixels: image.pixels)
        } else {
            throw FileError(.malformed(reason: "neither a PGM image (P5, P2) nor a .npy array"), path: path)
        }
    }

    public init(width: Int, height: Int, pixels: [UInt8], label: Int? = nil) {
        self.width = width
        self.height = height
        self.pixels = pixels
        self.label = label
    }

    /// One image of a data set.
    public init(_ images: LabeledImages, at index: Int) throws(ImageIndexError) {
        guard images.labels.indices.contains(index) else {
            throw ImageIndexError(index: index, count: images.count)
        }
        self.init(
            width: images.width, height: images.height, pixels: Array(images[index]),
            label: Int(images.labels[index]))
    }
}

/// A data set has no image of this index.
public struct ImageIndexError: Error, Hashable, Sendable, CustomStringConvertible {
    public let index: Int
    public let count: Int

    public var description: String { "there is no test image \(index): they are numbered 0 … \(count - 1)" }
}
