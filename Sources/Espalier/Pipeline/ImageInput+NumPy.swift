import ModelFormats

extension ImageInput {
    /// Takes the pixels of a .npy array: integers of 0 … 255, or floats of 0 … 1 that stand for n / 255.
    init(numpy bytes: [UInt8], path: String) throws {
        let array: NumPyArray
        do {
            array = try NumPyArray(npy: bytes)
        } catch {
            throw FileError(.malformed(reason: error.description), path: path)
        }
        let pixels = array.elements.pixels
        guard let pixels else {
            throw FileError(
                .malformed(reason: "pixels are integers of 0 … 255, or floats of 0 … 1"), path: path)
        }
        let width = array.shape.last ?? 1
        self.init(width: width, height: width == 0 ? 0 : pixels.count / width, pixels: pixels)
    }
}

extension NumPyArray.Elements {
    /// Nil where an element is no pixel.
    fileprivate var pixels: [UInt8]? {
        switch self {
        case .uint8(let values): values
        case .uint16(let values): Self.exact(values)
        case .uint32(let values): Self.exact(values)
        case .uint64(let values): Self.exact(values)
        case .int8(let values): Self.exact(values)
        case .int16(let values): Self.exact(values)
        case .int32(let values): Self.exact(values)
        case .int64(let values): Self.exact(values)
        case .float32(let values): Self.scaled(values)
        case .float64(let values): Self.scaled(values)
        }
    }

    private static func exact(_ values: [some BinaryInteger]) -> [UInt8]? {
        let pixels = values.compactMap { UInt8(exactly: $0) }
        return pixels.count == values.count ? pixels : nil
    }

    private static func scaled(_ values: [some BinaryFloatingPoint]) -> [UInt8]? {
        guard values.allSatisfy({ (0...1).contains($0) }) else { return nil }
        return values.map { UInt8(($0 * 255).rounded()) }
    }
}
