import EllipticCurves
import FiniteFields

/// Bytes that are hashed or stored: a tag that says what they are, then items in a fixed order, each with its
/// length in front as eight bytes, least significant first.
///
/// Two different lists of items have different bytes. A point is x ‖ y, coordinates and scalars are canonical,
/// least significant byte first, an element of F_p² is c0 ‖ c1, and infinity is all zeros.
struct CanonicalItems {
    private(set) var bytes: [UInt8] = []

    init(tag: String) { append(text: tag) }

    mutating func append(bytes item: [UInt8]) {
        bytes += UInt64(item.count).littleEndianBytes
        bytes += item
    }

    mutating func append(text: String) { append(bytes: Array(text.utf8)) }

    mutating func append<Curve: ShortWeierstrassCurve>(points: [AffinePoint<Curve>]) {
        append(bytes: points.flatMap { $0.x.littleEndianBytes + $0.y.littleEndianBytes })
    }

    mutating func append<F: PrimeField>(scalars: [F]) { append(bytes: scalars.flatMap(\.littleEndianBytes)) }

    /// Returns a run's length, minimum and maximum as eight, sixteen and sixteen bytes, for each run.
    static func encoding(of ranges: PublicInputRanges) -> [UInt8] {
        // No ranges and ranges of nothing differ.
        UInt64(ranges.runs.count).littleEndianBytes
            + ranges.runs.flatMap { run in
                UInt64(run.count).littleEndianBytes + run.range.lowerBound.littleEndianBytes
                    + run.range.upperBound.littleEndianBytes
            }
    }
}

extension FixedWidthInteger {
    /// The bytes in two's complement, least significant first.
    var littleEndianBytes: [UInt8] {
        stride(from: 0, to: Self.bitWidth, by: 8).map { UInt8(truncatingIfNeeded: self >> Self($0)) }
    }
}
