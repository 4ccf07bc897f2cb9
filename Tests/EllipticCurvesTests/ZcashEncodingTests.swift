import EllipticCurves
import FiniteFields
import TestSupport
import Testing

@Suite("zcash's encodings of points of BLS12-381")
struct ZcashEncodingTests {
    private let vectors: CurveVectors

    init() throws { vectors = try CurveVectors.load("bls12381") }

    @Test("The generators, as every implementation writes them")
    func generators() throws {
        let g1 = """
            97f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac58\
            6c55e83ff97a1aeffb3af00adb22c6bb
            """
        let g2 = """
            93e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049\
            334cf11213945d57e5ac7d055d042b7e024aa2b2f08f0a91260805272dc51051\
            c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8
            """
        #expect(BLS12381.G1.generator.compressedBytes == (try [UInt8](hexadecimal: g1)))
        #expect(BLS12381.G2.generator.compressedBytes == (try [UInt8](hexadecimal: g2)))
    }

    @Test("Multiples of the generators, by py_ecc and arkworks")
    func multiples() throws {
        for vector in vectors.g1 {
            try expectEncodings(BLS12381.G1.self, vector.scalar, vector.compressed, vector.uncompressed)
        }
        for vector in vectors.g2 {
            try expectEncodings(BLS12381.G2.self, vector.scalar, vector.compressed, vector.uncompressed)
        }
    }

    private func expectEncodings<C: ZcashEncodedCurve>(
        _ curve: C.Type, _ scalar: String, _ compressed: String?, _ uncompressed: String?
    ) throws {
        let point = C.generator.multiplied(by: try #require(C.ScalarField(decimal: scalar))).affine
        let short = try [UInt8](hexadecimal: try #require(compressed))
        let long = try [UInt8](hexadecimal: try #require(uncompressed))
        #expect(point.compressedBytes == short && point.uncompressedBytes == long)
        #expect(try AffinePoint<C>(compressedBytes: short) == point)
        #expect(try AffinePoint<C>(uncompressedBytes: long) == point)
    }

    @Test("Infinity has one encoding of each form")
    func infinity() throws {
        try expectInfinity(BLS12381.G1.self, byteCount: 48)
        try expectInfinity(BLS12381.G2.self, byteCount: 96)
    }

    private func expectInfinity<C: ZcashEncodedCurve>(_ curve: C.Type, byteCount: Int) throws {
        let short = [0xc0] + [UInt8](repeating: 0, count: byteCount - 1)
        let long = [0x40] + [UInt8](repeating: 0, count: 2 * byteCount - 1)
        #expect(AffinePoint<C>.infinity.compressedBytes == short)
        #expect(AffinePoint<C>.infinity.uncompressedBytes == long)
        #expect(try AffinePoint<C>(compressedBytes: short).isInfinity)
        #expect(try AffinePoint<C>(uncompressedBytes: long).isInfinity)
        for flags: UInt8 in [0xe0, 0xc1, 0x40, 0x60] {
            #expect(error(C.self, compressed: [flags] + short.dropFirst()) == .wrongFlags)
        }
        for flags: UInt8 in [0x60, 0x41, 0xc0, 0x80, 0xe0] {
            #expect(error(C.self, uncompressed: [flags] + long.dropFirst()) == .wrongFlags)
        }
        #expect(error(C.self, compressed: short.dropLast() + [1]) == .wrongFlags)
        #expect(error(C.self, uncompressed: long.dropLast() + [1]) == .wrongFlags)
        // (0, 0) without the flag is a point off the curve.
        #expect(error(C.self, uncompressed: [0] + long.dropFirst()) == .notOnCurve)
    }

    @Test("Random points return, and their negatives differ in one bit")
    func roundTrips() throws {
        try expectRoundTrips(BLS12381.G1.self)
        try expectRoundTrips(BLS12381.G2.self)
    }

    private func expectRoundTrips<C: ZcashEncodedCurve>(_ curve: C.Type) throws {
        var generator = SeededGenerator(seed: 70)
        for _ in 0..<10 {
            let point = C.generator.multiplied(by: .random(using: &generator)).affine
            var bytes = point.compressedBytes
            #expect(try AffinePoint<C>(compressedBytes: bytes) == point)
            #expect(try AffinePoint<C>(uncompressedBytes: point.uncompressedBytes) == point)
            bytes[0] ^= 0x20
            #expect(bytes == (-point).compressedBytes)
            #expect(try AffinePoint<C>(compressedBytes: bytes) == -point)
        }
    }

    @Test("Wrong lengths and flags")
    func lengthsAndFlags() {
        expectStrictness(BLS12381.G1.self)
        expectStrictness(BLS12381.G2.self)
    }

    private func expectStrictness<C: ZcashEncodedCurve>(_ curve: C.Type) {
        let short = C.generator.compressedBytes
        let long = C.generator.uncompressedBytes
        for bytes in [[], short.dropLast(), short + [0], long] {
            #expect(error(C.self, compressed: bytes) == .wrongLength)
        }
        for bytes in [[], long.dropLast(), long + [0], short] {
            #expect(error(C.self, uncompressed: bytes) == .wrongLength)
        }
        #expect(error(C.self, compressed: [short[0] & 0x7f] + short.dropFirst()) == .wrongFlags)
        #expect(error(C.self, compressed: [short[0] | 0x40] + short.dropFirst()) == .wrongFlags)
        for flag: UInt8 in [0x20, 0x40, 0x80] {
            #expect(error(C.self, uncompressed: [long[0] | flag] + long.dropFirst()) == .wrongFlags)
        }
    }

    @Test("Coordinates of p and above")
    func nonCanonical() {
        let p = BLS12381.BaseField.modulusWords.reversed().flatMap { word in
            (0..<8).reversed().map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
        }
        let zero = [UInt8](repeating: 0, count: 48)
        let ones = [0x1f] + [UInt8](repeating: 0xff, count: 47)
        for wrong in [p, ones] {
            let flagged = [wrong[0] | 0x80] + wrong.dropFirst()
            #expect(error(BLS12381.G1.self, compressed: flagged) == .notCanonical)
            #expect(error(BLS12381.G2.self, compressed: flagged + zero) == .notCanonical)
            #expect(error(BLS12381.G2.self, compressed: [0x80] + zero.dropFirst() + wrong) == .notCanonical)
            #expect(error(BLS12381.G1.self, uncompressed: wrong + zero) == .notCanonical)
            #expect(error(BLS12381.G1.self, uncompressed: zero + wrong) == .notCanonical)
            for place in 0..<4 {
                let parts = (0..<4).map { $0 == place ? wrong : zero }
                #expect(error(BLS12381.G2.self, uncompressed: parts.flatMap { $0 }) == .notCanonical)
            }
        }
    }

    @Test("Points off the curve, and outside the subgroup")
    func otherPoints() throws {
        // 1 + 4 is no square, and (0, 1) is no point.
        let one = [0x80] + [UInt8](repeating: 0, count: 46) + [1]
        #expect(error(BLS12381.G1.self, compressed: one) == .notOnCurve)
        #expect(
            error(BLS12381.G1.self, uncompressed: [UInt8](repeating: 0, count: 95) + [1]) == .notOnCurve)
        var long = BLS12381.G2.generator.uncompressedBytes
        long[191] ^= 1
        #expect(error(BLS12381.G2.self, uncompressed: long) == .notOnCurve)

        try expectOutside(BLS12381.G1.self, try #require(vectors.g1OutsideSubgroupCompressed))
        try expectOutside(BLS12381.G2.self, try #require(vectors.g2OutsideSubgroupCompressed))
        for coordinates in try #require(vectors.g1OutsideSubgroup) {
            let x = try #require(BLS12381.BaseField(decimal: coordinates[0]))
            let y = try #require(BLS12381.BaseField(decimal: coordinates[1]))
            let bytes = AffinePoint<BLS12381.G1>(uncheckedX: x, y: y).uncompressedBytes
            #expect(error(BLS12381.G1.self, uncompressed: bytes) == .notInSubgroup)
        }
    }

    private func expectOutside<C: ZcashEncodedCurve>(_ curve: C.Type, _ texts: [String]) throws {
        #expect(texts.count == 5)
        for text in texts {
            #expect(error(C.self, compressed: try [UInt8](hexadecimal: text)) == .notInSubgroup)
        }
    }

    private func error<C: ZcashEncodedCurve>(
        _ curve: C.Type, compressed bytes: [UInt8]
    ) -> PointEncodingError? {
        do throws(PointEncodingError) {
            _ = try AffinePoint<C>(compressedBytes: bytes)
            return nil
        } catch {
            return error
        }
    }

    private func error<C: ZcashEncodedCurve>(
        _ curve: C.Type, uncompressed bytes: [UInt8]
    ) -> PointEncodingError? {
        do throws(PointEncodingError) {
            _ = try AffinePoint<C>(uncompressedBytes: bytes)
            return nil
        } catch {
            return error
        }
    }
}
