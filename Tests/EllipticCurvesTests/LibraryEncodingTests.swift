import EllipticCurves
import FiniteFields
import Foundation
import TestSupport
import Testing

@Suite("Points as arkworks and gnark write them")
struct LibraryEncodingTests {
    /// The contents of `Vectors/library_encodings.json`.
    private struct Vector: Decodable {
        struct Forms: Decodable {
            var gnark: String
            var arkworks: String?
        }

        var scalar: String
        var g1: Forms
        var g2: Forms
    }

    @Test("Multiples of BN254's generators, by both libraries")
    func multiples() throws {
        let url = try #require(
            Bundle.module.url(
                forResource: "library_encodings", withExtension: "json", subdirectory: "Vectors"))
        let vectors = try JSONDecoder().decode([Vector].self, from: Data(contentsOf: url))
        #expect(vectors.count == 8)
        for vector in vectors {
            try expectForms(BN254.G1.self, vector.scalar, vector.g1)
            try expectForms(BN254.G2.self, vector.scalar, vector.g2)
        }
    }

    private func expectForms<C: LibraryEncodedCurve>(
        _ curve: C.Type, _ scalar: String, _ forms: Vector.Forms
    ) throws {
        let point = C.generator.multiplied(by: try #require(C.ScalarField(decimal: scalar))).affine
        let gnark = try [UInt8](hexadecimal: forms.gnark)
        #expect(point.bytes(as: .gnark) == gnark)
        #expect(try AffinePoint<C>(gnark, as: .gnark) == point)
        guard let text = forms.arkworks else {
            #expect(point.isInfinity)
            return
        }
        let arkworks = try [UInt8](hexadecimal: text)
        #expect(point.bytes(as: .arkworks) == arkworks)
        #expect(try AffinePoint<C>(arkworks, as: .arkworks) == point)
    }

    @Test("Points return, and on BLS12-381 both libraries have zcash's form")
    func roundTrips() throws {
        try expectRoundTrips(BN254.G1.self)
        try expectRoundTrips(BN254.G2.self)
        try expectRoundTrips(BLS12381.G1.self)
        try expectRoundTrips(BLS12381.G2.self)
        for encoding in PointEncoding.allCases {
            let (g1, g2) = (BLS12381.G1.generator, BLS12381.G2.generator)
            #expect(g1.bytes(as: encoding) == g1.compressedBytes)
            #expect(g2.bytes(as: encoding) == g2.compressedBytes)
        }
    }

    private func expectRoundTrips<C: LibraryEncodedCurve>(_ curve: C.Type) throws {
        var generator = SeededGenerator(seed: 83)
        for encoding in PointEncoding.allCases {
            for _ in 0..<6 {
                let point = C.generator.multiplied(by: .random(using: &generator)).affine
                let bytes = point.bytes(as: encoding)
                #expect(bytes.count == AffinePoint<C>.compactByteCount)
                let decoded = try AffinePoint<C>(bytes, as: encoding)
                #expect(decoded == point && decoded.bytes(as: encoding) == bytes)
                #expect((-point).bytes(as: encoding) != bytes)
                #expect(try AffinePoint<C>((-point).bytes(as: encoding), as: encoding) == -point)
            }
            let infinity = AffinePoint<C>.infinity.bytes(as: encoding)
            #expect(try AffinePoint<C>(infinity, as: encoding).isInfinity)
        }
    }

    @Test("Whatever gnark would not write is refused")
    func refusals() {
        let zeros = [UInt8](repeating: 0, count: 31)
        #expect(error(BN254.G1.self, [0x80] + zeros.dropLast()) == .wrongLength)
        #expect(error(BN254.G1.self, [0x80] + zeros + [0]) == .wrongLength)
        // No flag begins an uncompressed point; infinity has no x.
        #expect(error(BN254.G1.self, [0x00] + zeros) == .wrongFlags)
        #expect(error(BN254.G1.self, [0x00] + zeros.dropLast() + [1]) == .wrongFlags)
        #expect(error(BN254.G1.self, [0x40] + zeros.dropLast() + [1]) == .wrongFlags)
        #expect(error(BN254.G1.self, [0x41] + zeros) == .wrongFlags)
        // x = p and above.
        let p = BN254.BaseField.modulusWords.reversed().flatMap { word in
            (0..<8).reversed().map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) }
        }
        for flag: UInt8 in [0x80, 0xc0] {
            #expect(error(BN254.G1.self, [p[0] | flag] + p.dropFirst()) == .notCanonical)
            #expect(
                error(BN254.G1.self, [0x3f | flag] + [UInt8](repeating: 0xff, count: 31)) == .notCanonical)
            #expect(error(BN254.G2.self, [p[0] | flag] + p.dropFirst() + [0] + zeros) == .notCanonical)
            #expect(error(BN254.G2.self, [flag] + zeros + p) == .notCanonical)
            #expect(error(BN254.G1.self, [flag] + zeros) == .notOnCurve)
        }
        // Some x of the twist give points outside the group.
        var outside = 0
        for x in UInt8(0)..<40 {
            let bytes = [0x80] + [UInt8](repeating: 0, count: 62) + [x]
            if error(BN254.G2.self, bytes) == .notInSubgroup { outside += 1 }
        }
        #expect(outside > 0)
    }

    @Test("One library's bytes are not another's")
    func mistaken() {
        var differing = 0
        for scalar in 2..<10 {
            let point = BN254.G1.generator.multiplied(by: BN254.ScalarField(scalar)).affine
            if (try? AffinePoint<BN254.G1>(point.bytes(as: .gnark), as: .arkworks)) != point {
                differing += 1
            }
            if (try? AffinePoint<BN254.G1>(point.bytes(as: .arkworks), as: .gnark)) != point {
                differing += 1
            }
        }
        #expect(differing == 16)
    }

    private func error<C: LibraryEncodedCurve>(_ curve: C.Type, _ bytes: [UInt8]) -> PointEncodingError? {
        do throws(PointEncodingError) {
            _ = try AffinePoint<C>(bytes, as: .gnark)
            return nil
        } catch { return error }
    }
}
