/// The portable grey map format of Netpbm: `P5` (binary) and `P2` (plain), one byte per sample.
extension GreyImage {
    /// Reads a PGM file.
    ///
    /// A largest value other than 255 is scaled to 255, halves up. Comments are skipped.
    ///
    /// - Parameter file: the name that errors carry.
    /// - Throws: `DatasetError` for anything else than one complete image with a largest value ≤ 255.
    public init(pgm bytes: [UInt8], file: String) throws(DatasetError) {
        guard bytes.count >= 2, bytes[0] == UInt8(ascii: "P") else {
            throw DatasetError(.wrongMagic, file: file)
        }
        let isBinary = bytes[1] == UInt8(ascii: "5")
        guard isBinary || bytes[1] == UInt8(ascii: "2") else { throw DatasetError(.wrongMagic, file: file) }

        var scanner = PGMScanner(bytes: bytes, position: 2)
        guard let width = scanner.nextNumber(atMost: PGMScanner.largestExtent), width > 0,
            let height = scanner.nextNumber(atMost: PGMScanner.largestExtent), height > 0,
            let largest = scanner.nextNumber(atMost: 255), largest > 0
        else { throw DatasetError(.malformedHeader, file: file) }

        let count = width * height
        var samples: [UInt8]
        if isBinary {
            guard scanner.skipOneSpace() else { throw DatasetError(.malformedHeader, file: file) }
            let found = bytes.count - scanner.position
            guard found >= count else {
                throw DatasetError(
                    .truncated(expectedBytes: scanner.position + count, foundBytes: bytes.count), file: file)
            }
            guard found == count else { throw DatasetError(.trailingBytes(found - count), file: file) }
            samples = Array(bytes[scanner.position...])
            guard samples.allSatisfy({ $0 <= largest }) else {
                throw DatasetError(.malformedSample, file: file)
            }
        } else {
            // A plain sample takes a digit and a space, so the file's own length bounds the array.
            guard bytes.count - scanner.position >= 2 * count else {
                throw DatasetError(
                    .truncated(expectedBytes: scanner.position + 2 * count, foundBytes: bytes.count),
                    file: file)
            }
            samples = []
            samples.reserveCapacity(count)
            for _ in 0..<count {
                guard let sample = scanner.nextNumber(atMost: largest) else {
                    throw DatasetError(.malformedSample, file: file)
                }
                samples.append(UInt8(sample))
            }
            guard scanner.isAtEnd() else {
                throw DatasetError(.trailingBytes(bytes.count - scanner.position), file: file)
            }
        }
        if largest != 255 {
            samples = samples.map { UInt8((Int($0) * 510 + largest) / (2 * largest)) }
        }
        self.init(width: width, height: height, pixels: samples)
    }

    /// Returns the image as a binary PGM file (`P5`, largest value 255).
    public func pgm() -> [UInt8] {
        Array("P5\n\(width) \(height)\n255\n".utf8) + pixels
    }
}
