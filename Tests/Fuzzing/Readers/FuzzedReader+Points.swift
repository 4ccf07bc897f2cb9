import EllipticCurves
import FiniteFields

/// Points by themselves, in every encoding that the project reads. Other encodings go into `encodings` too.
extension FuzzedReader {
    /// One way to write a point: reads it and writes it again.
    private typealias Encoding = @Sendable ([UInt8]) throws -> [UInt8]

    static let compactPoints = points(
        "points-compact",
        [
            { try AffinePoint<BN254.G1>(compactBytes: $0).compactBytes },
            { try AffinePoint<BN254.G2>(compactBytes: $0).compactBytes },
            { try AffinePoint<BLS12381.G1>(compactBytes: $0).compactBytes },
            { try AffinePoint<BLS12381.G2>(compactBytes: $0).compactBytes },
        ],
        [
            AffinePoint<BN254.G1>.samples.map(\.compactBytes),
            AffinePoint<BN254.G2>.samples.map(\.compactBytes),
            AffinePoint<BLS12381.G1>.samples.map(\.compactBytes),
            AffinePoint<BLS12381.G2>.samples.map(\.compactBytes),
        ])

    /// The form that gnark gives points of BN254.
    static let gnarkPoints = points(
        "points-gnark",
        [
            { try AffinePoint<BN254.G1>($0, as: .gnark).bytes(as: .gnark) },
            { try AffinePoint<BN254.G2>($0, as: .gnark).bytes(as: .gnark) },
        ],
        [
            AffinePoint<BN254.G1>.samples.map { $0.bytes(as: .gnark) },
            AffinePoint<BN254.G2>.samples.map { $0.bytes(as: .gnark) },
        ])

    static let zcashPoints = points(
        "points-zcash",
        [
            { try AffinePoint<BLS12381.G1>(compressedBytes: $0).compressedBytes },
            { try AffinePoint<BLS12381.G2>(compressedBytes: $0).compressedBytes },
            { try AffinePoint<BLS12381.G1>(uncompressedBytes: $0).uncompressedBytes },
            { try AffinePoint<BLS12381.G2>(uncompressedBytes: $0).uncompressedBytes },
        ],
        [
            AffinePoint<BLS12381.G1>.samples.map(\.compressedBytes),
            AffinePoint<BLS12381.G2>.samples.map(\.compressedBytes),
            AffinePoint<BLS12381.G1>.samples.map(\.uncompressedBytes),
            AffinePoint<BLS12381.G2>.samples.map(\.uncompressedBytes),
        ])

    /// The first byte says which encoding the others are in.
    private static func points(
        _ name: String, _ encodings: [Encoding], _ samples: [[[UInt8]]]
    ) -> FuzzedReader {
        FuzzedReader(name) {
            samples.enumerated().flatMap { index, samples in samples.map { [UInt8(index)] + $0 } }
        } rewrite: { bytes in
            guard let first = bytes.first, Int(first) < encodings.count else {
                throw PointEncodingError.wrongLength
            }
            let body = Array(bytes.dropFirst())
            let written = try encodings[Int(first)](body)
            // A point has one form: what is accepted is that form.
            precondition(written == body, "a point was accepted in a second form")
            return [first] + written
        }
    }
}

extension AffinePoint {
    /// The generator, a multiple, its negative, and infinity.
    fileprivate static var samples: [AffinePoint] {
        let multiple = Curve.generator.multiplied(by: 77).affine
        return [Curve.generator, multiple, -multiple, .infinity]
    }
}
