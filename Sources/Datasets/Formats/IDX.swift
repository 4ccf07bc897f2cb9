package import NeuralNetworks

/// The IDX format of the MNIST family: a big-endian magic number (two zero bytes, the element type, the
/// number of axes), one 32-bit extent per axis, then the elements. Only unsigned bytes are read.
package enum IDX {
    /// Returns the images of an `idx3-ubyte` file and their size.
    ///
    /// - Parameter file: the name that errors carry.
    /// - Throws: `DatasetError` unless the header is right and the bytes are exactly as many as it says.
    package static func images(
        from bytes: [UInt8], file: String
    ) throws(DatasetError) -> (count: Int, width: Int, height: Int, pixels: ArraySlice<UInt8>) {
        let (extents, body) = try contents(of: bytes, axes: 3, file: file)
        return (extents[0], extents[2], extents[1], body)
    }

    /// Returns the labels of an `idx1-ubyte` file.
    package static func labels(from bytes: [UInt8], file: String) throws(DatasetError) -> ArraySlice<UInt8> {
        try contents(of: bytes, axes: 1, file: file).body
    }

    /// Returns images with their labels.
    package static func labeledImages(
        images imageBytes: [UInt8], file imageFile: String,
        labels labelBytes: [UInt8], file labelFile: String, classCount: Int
    ) throws(DatasetError) -> LabeledImages {
        let images = try images(from: imageBytes, file: imageFile)
        let labels = try labels(from: labelBytes, file: labelFile)
        guard images.count == labels.count else {
            throw DatasetError(.countMismatch(images: images.count, labels: labels.count), file: labelFile)
        }
        if let label = labels.first(where: { $0 >= classCount }) {
            throw DatasetError(
                .labelOutOfRange(label: Int(label), classCount: classCount), file: labelFile)
        }
        return LabeledImages(
            width: images.width, height: images.height, classCount: classCount,
            pixels: Array(images.pixels), labels: Array(labels))
    }

    private static func contents(
        of bytes: [UInt8], axes: Int, file: String
    ) throws(DatasetError) -> (extents: [Int], body: ArraySlice<UInt8>) {
        let unsignedByte: UInt8 = 8
        let headerBytes = 4 + 4 * axes
        guard bytes.count >= headerBytes else {
            throw DatasetError(
                .truncated(expectedBytes: headerBytes, foundBytes: bytes.count), file: file)
        }
        guard bytes[0..<4].elementsEqual([0, 0, unsignedByte, UInt8(axes)]) else {
            throw DatasetError(.wrongMagic, file: file)
        }
        let extents = (0..<axes).map { axis in
            bytes[4 + 4 * axis..<8 + 4 * axis].reduce(0) { $0 << 8 | Int($1) }
        }
        var elements = 1
        for extent in extents {
            let (product, overflow) = elements.multipliedReportingOverflow(by: extent)
            guard extent > 0, !overflow, product <= Int.max - headerBytes else {
                throw DatasetError(.malformedHeader, file: file)
            }
            elements = product
        }
        let expected = headerBytes + elements
        guard bytes.count >= expected else {
            throw DatasetError(.truncated(expectedBytes: expected, foundBytes: bytes.count), file: file)
        }
        guard bytes.count == expected else {
            throw DatasetError(.trailingBytes(bytes.count - expected), file: file)
        }
        return (extents, bytes[headerBytes...])
    }
}
