extension PalettePicture {
    /// The picture as a PNG file (ISO/IEC 15948) with four bits per pixel.
    ///
    /// The pixels are stored, not compressed (RFC 1951, 3.2.4): such small pictures have little to gain. 28 × 28
    /// pixels of 16 colours take 576 bytes.
    package var png: [UInt8] {
        var png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let indexed: [UInt8] = [4, 3, 0, 0, 0]
        Self.append("IHDR", Self.bytes(UInt32(width)) + Self.bytes(UInt32(height)) + indexed, to: &png)
        Self.append("PLTE", palette.flatMap { [$0.red, $0.green, $0.blue] }, to: &png)
        Self.append("tRNS", palette.map(\.alpha), to: &png)
        Self.append("IDAT", Self.stored(scanlines), to: &png)
        Self.append("IEND", [], to: &png)
        return png
    }

    /// The rows, each with its filter type, which is none, in front; two pixels per byte, the left one high.
    private var scanlines: [UInt8] {
        var lines: [UInt8] = []
        for row in 0..<height {
            lines.append(0)
            let line = pixels[row * width..<(row + 1) * width]
            for column in stride(from: line.startIndex, to: line.endIndex, by: 2) {
                lines.append(line[column] << 4 | (column + 1 < line.endIndex ? line[column + 1] : 0))
            }
        }
        return lines
    }

    /// A zlib stream (RFC 1950) of stored blocks.
    private static func stored(_ data: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        for start in stride(from: 0, to: data.count, by: 0xFFFF) {
            let block = data[start..<min(start + 0xFFFF, data.count)]
            let size = UInt16(block.count)
            stream.append(block.endIndex == data.count ? 1 : 0)
            for part in [size, ~size] { stream += [UInt8(part & 0xFF), UInt8(part >> 8)] }
            stream += block
        }
        return stream + bytes(adler32(data))
    }

    private static func append(_ type: String, _ content: [UInt8], to png: inout [UInt8]) {
        let body = Array(type.utf8) + content
        png += bytes(UInt32(content.count)) + body + bytes(crc32(body))
    }

    /// The number, its highest byte first.
    private static func bytes(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// The checksum of PNG chunks.
    private static func crc32(_ data: [UInt8]) -> UInt32 {
        var crc: UInt32 = .max
        for byte in data {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return ~crc
    }

    /// The checksum of zlib streams.
    private static func adler32(_ data: [UInt8]) -> UInt32 {
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in data {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return high << 16 | low
    }
}
