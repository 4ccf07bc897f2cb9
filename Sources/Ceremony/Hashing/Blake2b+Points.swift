import EllipticCurves
import FiniteFields

/// How transcripts write points: coordinates most significant byte first, those of F_p² as c1 ‖ c0.
enum PointForm {
    /// x ‖ y; infinity is all zeros.
    case uncompressed
    /// x, with the highest bit set where y > −y; infinity is 0x40 and zeros.
    case compressed
}

extension Blake2b {
    /// Takes in a point by its two coordinates.
    mutating func update<G: ShortWeierstrassCurve>(_ point: AffinePoint<G>) {
        update(point.transcriptBytes(.uncompressed))
    }

    /// Takes in a list of points.
    mutating func update<G: ShortWeierstrassCurve>(_ points: PointArray<G>, _ form: PointForm) {
        let size = form == .compressed ? G.BaseField.byteCount : PointArray<G>.pointSize
        // Written on all cores, a few megabytes at a time, and hashed on one.
        for start in stride(from: 0, to: points.count, by: 1 << 15) {
            let block = start..<min(points.count, start + 1 << 15)
            let bytes = [UInt8](unsafeUninitializedCapacity: block.count * size) { bytes, count in
                let memory = bytes.baseAddress!
                forEachPart(of: block.count, length: 1024) { part in
                    for index in part {
                        let point = points[block.lowerBound + index].transcriptBytes(form)
                        (memory + index * size).initialize(from: point, count: size)
                    }
                }
                count = block.count * size
            }
            update(bytes)
        }
    }
}

extension AffinePoint {
    func transcriptBytes(_ form: PointForm) -> [UInt8] {
        var bytes = [UInt8](x.littleEndianBytes.reversed())
        switch form {
        case .uncompressed: bytes.append(contentsOf: y.littleEndianBytes.reversed())
        case .compressed:
            if isInfinity {
                bytes[0] |= 0x40
            } else if y.isLargerThanNegative {
                bytes[0] |= 0x80
            }
        }
        return bytes
    }
}
