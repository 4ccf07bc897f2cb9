import CircuitFormats
import ConstraintSystem
import EllipticCurves
import Foundation
import Groth16
import Testing

/// Keys whose points begin where cache lines do.
@Suite struct AlignmentTests {
    private static let paddingType: UInt32 = 0x0064_6170

    /// A section of a file: its type and where its body is.
    private struct Section {
        let type: UInt32
        let body: Range<Int>
    }

    @Test(arguments: [(0, 0, 0), (0, 2, 1), (3, 2, 30)])
    func pointsBeginAtMultiples(outputs: Int, inputs: Int, constraints: Int) throws {
        try expectAlignment(SampleFiles<BN254>(outputs: outputs, inputs: inputs, constraints: constraints))
        try expectAlignment(SampleFiles<BLS12381>(outputs: outputs, inputs: inputs, constraints: constraints))
    }

    private func expectAlignment<Curve>(_ files: SampleFiles<Curve>) throws {
        for alignment in [2, 24, 64, 4096] {
            let bytes = files.zkeyFile.encoded(alignment: alignment)
            let sections = sections(of: bytes)
            #expect(sections.map(\.type).filter { $0 != Self.paddingType } == Array(1...10))
            for (index, section) in sections.enumerated() where [3, 5, 6, 7, 8, 9].contains(section.type) {
                #expect(section.body.lowerBound % alignment == 0)
                #expect(sections[index - 1].type == Self.paddingType)
            }
            let padding = sections.filter { $0.type == Self.paddingType }
            #expect(padding.count == 6)
            #expect(padding.allSatisfy { $0.body.count < alignment && bytes[$0.body].allSatisfy { $0 == 0 } })
            #expect(withoutPadding(bytes) == files.zkey)
        }
    }

    /// What a key becomes in memory and in another file does not depend on the padding.
    @Test func alignedKeysAreTheSameKeys() throws {
        try expectSameKey(SampleFiles<BN254>())
        try expectSameKey(SampleFiles<BLS12381>())
    }

    private func expectSameKey<Curve>(_ files: SampleFiles<Curve>) throws {
        let directory = try TemporaryDirectory()
        let bytes = files.zkeyFile.encoded(alignment: 64)
        let decoded = try ZKeyFile<Curve>(decoding: bytes)
        let path = try directory.write(bytes, "key.zkey")
        let lazy = try ZKeyFile<Curve>(lazilyDecoding: FileBytes(mapping: path))
        let checked = try ZKeyFile<Curve>(decoding: FileBytes(mapping: path))
        try lazy.validate()
        for file in [decoded, lazy, checked] {
            #expect(file.key == files.key)
            #expect(file.encoded(alignment: 64) == bytes)
            #expect(file.encoded() == files.zkey)
            // Mappings begin at a page, and copies of files at a cache line.
            for points in [file.key.a, file.key.b1, file.key.c, file.key.h] {
                #expect(points.withUnsafeBytes { Int(bitPattern: $0.baseAddress) % 64 } == 0)
            }
            #expect(file.key.b2.withUnsafeBytes { Int(bitPattern: $0.baseAddress) % 64 } == 0)
        }
        let proof = try prove(Witness(files.sample.values), of: files.sample.matrices, with: lazy.key)
        let verifier = try PreparedVerifyingKey(lazy.key.verifyingKey, allowingDevelopmentKey: true)
        #expect(verify(proof, publicInputs: files.sample.publicInputs, with: verifier) == .accepted)
    }

    @Test func aKeyBySnarkjsIsAlignedAndBack() throws {
        let url = try #require(
            Bundle.module.url(forResource: "Vectors/snarkjs_mycircuit.zkey", withExtension: nil))
        let file = try ZKeyFile<BN254>(decoding: Array(Data(contentsOf: url)))
        let aligned = try ZKeyFile<BN254>(decoding: file.encoded(alignment: 64))
        #expect(aligned.key == file.key && aligned.encoded() == file.encoded())
    }

    /// Padding may stand anywhere, say anything and come repeatedly. All other types come once.
    @Test func paddingIsSkippedWhereverItStands() throws {
        let files = try SampleFiles<BN254>()
        func adding(_ type: UInt32, _ bodies: [[UInt8]]) -> [UInt8] {
            var bytes = files.zkey
            bytes[8] += UInt8(bodies.count)
            for (index, body) in bodies.enumerated() {
                let header = (0..<4).map { UInt8(truncatingIfNeeded: type >> (8 * UInt32($0))) }
                let section = header + [UInt8(body.count), 0, 0, 0, 0, 0, 0, 0] + body
                bytes.insert(contentsOf: section, at: index % 2 == 0 ? 12 : bytes.count)
            }
            return bytes
        }
        let bodies: [[UInt8]] = [[], [1, 2, 3], [], Array(repeating: 0xff, count: 200)]
        let padded = try ZKeyFile<BN254>(decoding: adding(Self.paddingType, bodies))
        #expect(padded.key == files.key && padded.encoded() == files.zkey)
        #expect(try ZKeyFile<BN254>(decoding: adding(77, [[5]])).encoded() == files.zkey)
        let error = formatError { () throws(FormatError) in
            _ = try ZKeyFile<BN254>(decoding: adding(77, [[5], [5]]))
        }
        #expect(error == FormatError(.duplicateSection, "zkey.section[77]"))
    }

    private func sections(of bytes: [UInt8]) -> [Section] {
        var sections: [Section] = []
        var position = 12
        func number(_ range: Range<Int>) -> Int { bytes[range].reversed().reduce(0) { $0 << 8 | Int($1) } }
        while position < bytes.count {
            let start = position + 12
            let end = start + number(position + 4..<start)
            sections.append(Section(type: UInt32(number(position..<position + 4)), body: start..<end))
            position = end
        }
        return sections
    }

    private func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
        let kept = sections(of: bytes).filter { $0.type != Self.paddingType }
        var header = Array(bytes.prefix(12))
        header[8] = UInt8(kept.count)
        return header + kept.flatMap { bytes[$0.body.lowerBound - 12..<$0.body.upperBound] }
    }
}
