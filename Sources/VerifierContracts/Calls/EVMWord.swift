import EllipticCurves
import FiniteFields

/// Numbers and points as the EVM has them: words of 32 bytes, the most significant first (EIP-196, EIP-197).
enum EVMWord {
    static func bytes(_ element: some PrimeField) -> [UInt8] { element.littleEndianBytes.reversed() }

    /// The 64 bytes of a point of G1, (0, 0) being infinity.
    static func bytes(_ point: AffinePoint<BN254.G1>) -> [UInt8] { bytes(point.x) + bytes(point.y) }

    /// The 128 bytes of a point of G2: the coefficient of u comes first in each coordinate.
    static func bytes(_ point: AffinePoint<BN254.G2>) -> [UInt8] {
        bytes(point.x.c1) + bytes(point.x.c0) + bytes(point.y.c1) + bytes(point.y.c0)
    }

    /// Bytes in hexadecimal, two digits each, without a prefix.
    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        let digits = Array("0123456789abcdef".utf8)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
