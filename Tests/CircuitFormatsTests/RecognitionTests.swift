import CircuitFormats
import EllipticCurves
import TestSupport
import Testing

/// Which curve a binary file says it is of.
@Suite struct RecognitionTests {
    private let files: [[UInt8]]
    private let others: [[UInt8]]

    init() throws {
        let files = try SampleFiles<BN254>()
        let others = try SampleFiles<BLS12381>()
        self.files = [files.r1cs, files.wtns, files.zkey]
        self.others = [others.r1cs, others.wtns, others.zkey]
    }

    @Test func everyFileStatesItsOwnCurveOnly() {
        for file in files { #expect(BN254.isStated(in: file) && !BLS12381.isStated(in: file)) }
        for file in others { #expect(BLS12381.isStated(in: file) && !BN254.isStated(in: file)) }
    }

    @Test func theOrderOfSectionsDoesNotMatter() {
        for file in others { #expect(BLS12381.isStated(in: reversingSections(of: file))) }
    }

    @Test func damagedFilesDoNotTrap() {
        var generator = SeededGenerator(seed: 3)
        for file in files + others {
            for length in 0..<min(file.count, 400) { _ = BN254.isStated(in: file.prefix(length)) }
            for _ in 0..<2000 {
                var bytes = file
                bytes[Int.random(in: 0..<min(80, bytes.count), using: &generator)] = .random(
                    in: 0...255, using: &generator)
                _ = BN254.isStated(in: bytes)
            }
        }
        #expect(!BN254.isStated(in: [UInt8]()))
    }

    /// The protocol's section of a key comes first, and claims more bytes than can be counted.
    @Test func aLengthThatOverflowsStatesNothing() {
        for length in [Int.max, -1, 1 << 40] {
            var file = files[2]
            file.replaceSubrange(16..<24, with: (0..<8).map { UInt8(truncatingIfNeeded: length >> ($0 * 8)) })
            #expect(!BN254.isStated(in: file))
        }
    }

    /// A file of empty sections, which would be long to search.
    @Test func aHeaderBehindManySectionsIsNotLookedFor() {
        let magic = files[0].prefix(12)
        let empty = [UInt8](repeating: 9, count: 4) + [UInt8](repeating: 0, count: 8)
        for (count, isFound) in [(63, true), (64, false)] {
            let file = magic + Array(repeating: empty, count: count).joined() + files[0].dropFirst(12)
            #expect(BN254.isStated(in: file) == isFound)
        }
    }

    private func reversingSections(of file: [UInt8]) -> [UInt8] {
        var sections: [ArraySlice<UInt8>] = []
        var rest = file.dropFirst(12)
        while !rest.isEmpty {
            let length = rest.dropFirst(4).prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
            sections.append(rest.prefix(12 + length))
            rest = rest.dropFirst(12 + length)
        }
        return Array(file.prefix(12)) + sections.reversed().joined()
    }
}
