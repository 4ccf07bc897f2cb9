import EllipticCurves
import FiniteFields
import TestSupport
import Testing

@Suite("Compact encodings of points") struct CompactEncodingTests {
    @Test("The generators of BN254: x of EIP-196 and EIP-197, backwards")
    func generators() throws {
        let g2 = """
            edf692d95cbdde46ddda5ef7d422436779445c5e66006a42761e1f12efde0018\
            c212f3aeb785e49712e7a9353349aaf1255dfb31b7bf60723a480d9293938e19
            """
        #expect(BN254.G1.generator.compactBytes == [1] + [UInt8](repeating: 0, count: 31))
        #expect(BN254.G2.generator.compactBytes == (try [UInt8](hexadecimal: g2)))
        // y = 2 is the smaller one.
        #expect((-BN254.G1.generator).compactBytes == [1] + [UInt8](repeating: 0, count: 30) + [0x80])
    }

    @Test("Points return, their negatives differ in one bit, infinity has one form")
    func roundTrips() throws {
        try expectRoundTrips(BN254.G1.self, byteCount: 32)
        try expectRoundTrips(BN254.G2.self, byteCount: 64)
        try expectRoundTrips(BLS12381.G1.self, byteCount: 48)
        try expectRoundTrips(BLS12381.G2.self, byteCount: 96)
    }

    private func expectRoundTrips<C: ShortWeierstrassCurve>(_ curve: C.Type, byteCount: Int) throws {
        var generator = SeededGenerator(seed: 71)
        for _ in 0..<8 {
            let point = C.generator.multiplied(by: .random(using: &generator)).affine
            let bytes = point.compactBytes
            #expect(bytes.count == byteCount && AffinePoint<C>.compactByteCount == byteCount)
            #expect(try AffinePoint<C>(compactBytes: bytes) == point)
            var negated = bytes
            negated[byteCount - 1] ^= 0x80
            #expect((-point).compactBytes == negated)
            #expect(try AffinePoint<C>(compactBytes: negated) == -point)
        }
        let infinity = [UInt8](repeating: 0, count: byteCount - 1) + [0x40]
        #expect(AffinePoint<C>.infinity.compactBytes == infinity)
        #expect(try AffinePoint<C>(compactBytes: infinity).isInfinity)
    }

    @Test("Whatever is no canonical form of a point of the group is refused")
    func refusals() {
        #expect(error(BN254.G1.self, [UInt8](repeating: 0, count: 31)) == .wrongLength)
        #expect(error(BN254.G1.self, [UInt8](repeating: 0, count: 33)) == .wrongLength)
        for last: UInt8 in [0xc0, 0x41] {
            #expect(error(BN254.G1.self, [UInt8](repeating: 0, count: 31) + [last]) == .wrongFlags)
        }
        #expect(error(BN254.G1.self, [UInt8](repeating: 0xff, count: 31) + [0x3f]) == .notCanonical)
        #expect(error(BN254.G1.self, [UInt8](repeating: 0, count: 32)) == .notOnCurve)
        #expect(error(BLS12381.G1.self, [UInt8](repeating: 0, count: 48)) == .notInSubgroup)
        var outside = 0
        for x in UInt8(0)..<40 {
            if error(BN254.G2.self, [x] + [UInt8](repeating: 0, count: 63)) == .notInSubgroup { outside += 1 }
        }
        #expect(outside > 0)
    }

    private func error<C: ShortWeierstrassCurve>(_ curve: C.Type, _ bytes: [UInt8]) -> PointEncodingError? {
        do throws(PointEncodingError) {
            _ = try AffinePoint<C>(compactBytes: bytes)
            return nil
        } catch { return error }
    }
}
