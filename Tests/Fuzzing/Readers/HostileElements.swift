import EllipticCurves
import FiniteFields

/// Field elements that are not canonical, and points off the curve or outside the subgroup, in all their encodings.
enum HostileElements {
    /// As bytes, to be written over others.
    static let all: [[UInt8]] = {
        var elements: [[UInt8]] = []
        for modulus in moduli {
            var more = modulus
            more[0] &+= 1
            let ones = [UInt8](repeating: 0xff, count: modulus.count)
            elements += [modulus, more, ones, modulus.reversed(), ones.map { _ in 0 }]
        }
        // Off the curves, and on them but outside: (0, 2) has order 3 on that of BLS12-381.
        elements += encodings(of: AffinePoint<BN254.G1>(uncheckedX: 1, y: 1))
        elements += encodings(of: AffinePoint<BN254.G2>(uncheckedX: .one, y: .one))
        elements += encodings(of: AffinePoint<BLS12381.G1>(uncheckedX: 0, y: 2))
        elements += encodings(of: AffinePoint<BLS12381.G1>(uncheckedX: 1, y: 1))
        for point in [outsideSubgroup(BN254.G2.self)] { elements += encodings(of: point) }
        for point in [outsideSubgroup(BLS12381.G2.self)] { elements += encodings(of: point) }
        elements.append(AffinePoint<BLS12381.G1>(uncheckedX: 0, y: 2).compressedBytes)
        elements.append(outsideSubgroup(BLS12381.G2.self).compressedBytes)
        elements.append(outsideSubgroup(BLS12381.G2.self).uncompressedBytes)
        return elements
    }()

    /// In base ten: moduli, and coordinates of such points.
    static let decimals: [String] = {
        func decimal(_ bytes: [UInt8]) -> String {
            var digits: [UInt8] = [0]
            for byte in bytes.reversed() {
                var carry = Int(byte)
                for index in digits.indices {
                    carry += Int(digits[index]) << 8
                    digits[index] = UInt8(carry % 10)
                    carry /= 10
                }
                while carry > 0 {
                    digits.append(UInt8(carry % 10))
                    carry /= 10
                }
            }
            return digits.reversed().map(String.init).joined()
        }
        return moduli.map(decimal)
    }()

    /// Of both scalar and both base fields, least significant byte first.
    private static let moduli: [[UInt8]] = [
        BN254.ScalarField.modulusWords, BN254.G1.BaseField.modulusWords, BLS12381.ScalarField.modulusWords,
        BLS12381.G1.BaseField.modulusWords,
    ].map { words in
        words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) } }
    }

    private static func encodings<Curve: ShortWeierstrassCurve>(of point: AffinePoint<Curve>) -> [[UInt8]] {
        [
            point.x.littleEndianBytes + point.y.littleEndianBytes,
            point.x.montgomeryLittleEndianBytes + point.y.montgomeryLittleEndianBytes, point.compactBytes,
        ]
    }

    /// Returns a point of the curve that is not of order r.
    private static func outsideSubgroup<Curve: ShortWeierstrassCurve>(
        _ curve: Curve.Type
    ) -> AffinePoint<Curve> {
        var x = Curve.BaseField.one
        while true {
            if let y = (x.squared() * x + Curve.b).squareRoot() {
                let point = AffinePoint<Curve>(uncheckedX: x, y: y)
                if !Curve.isInPrimeOrderSubgroup(point) { return point }
            }
            x += .one
        }
    }
}
