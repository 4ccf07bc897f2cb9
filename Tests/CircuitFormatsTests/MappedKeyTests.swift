import CircuitFormats
import ConstraintSystem
import EllipticCurves
import FiniteFields
import Foundation
import Groth16
import Testing

/// Keys whose points stay in their file.
@Suite struct MappedKeyTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func map<Curve>(_ bytes: [UInt8], on curve: Curve.Type) throws -> ZKeyFile<Curve> {
        try ZKeyFile(lazilyDecoding: FileBytes(mapping: directory.write(bytes, "key.zkey")))
    }

    /// Demands that a key makes proofs that verify.
    private func expectProof<Curve>(_ key: ProvingKey<Curve>, _ files: SampleFiles<Curve>) throws {
        let proof = try prove(Witness(files.sample.values), of: files.sample.matrices, with: key)
        let verifier = try PreparedVerifyingKey(key.verifyingKey, allowingDevelopmentKey: true)
        #expect(verify(proof, publicInputs: files.sample.publicInputs, with: verifier) == .accepted)
    }

    @Test(arguments: [(0, 0, 0), (0, 2, 1), (3, 2, 30)])
    func mappedKeysAreThoseThatWereWritten(outputs: Int, inputs: Int, constraints: Int) throws {
        try expectMapping(SampleFiles<BN254>(outputs: outputs, inputs: inputs, constraints: constraints))
        try expectMapping(SampleFiles<BLS12381>(outputs: outputs, inputs: inputs, constraints: constraints))
    }

    private func expectMapping<Curve>(_ files: SampleFiles<Curve>) throws {
        let mapped = try map(files.zkey, on: Curve.self)
        let decoded = try ZKeyFile<Curve>(decoding: files.zkey)
        #expect(mapped.key == files.key && mapped.key == decoded.key)
        #expect(mapped.circuitHash == files.hash && mapped.encoded() == files.zkey)
        let (a, b) = try mapped.matrices()
        let (decodedA, decodedB) = try decoded.matrices()
        #expect(a.wires == decodedA.wires && a.coefficients == decodedA.coefficients)
        #expect(b.wires == decodedB.wires && b.rowStarts == decodedB.rowStarts)
        #expect(throws: Never.self) { try mapped.validate() }
        try expectProof(mapped.key, files)
    }

    /// Every alignment of every section.
    @Test(arguments: 0..<8) func sectionsAtAnyAddress(shift: Int) throws {
        try expectProofOfShiftedFile(SampleFiles<BN254>(), shift)
        try expectProofOfShiftedFile(SampleFiles<BLS12381>(), shift)
    }

    private func expectProofOfShiftedFile<Curve>(_ files: SampleFiles<Curve>, _ shift: Int) throws {
        var bytes = files.zkey
        // An unknown section before all others.
        bytes.insert(contentsOf: [99, 0, 0, 0, UInt8(shift), 0, 0, 0, 0, 0, 0, 0], at: 12)
        bytes.insert(contentsOf: Array(repeating: 1, count: shift), at: 24)
        bytes[8] += 1
        let mapped = try map(bytes, on: Curve.self)
        #expect(mapped.key == files.key)
        try expectProof(mapped.key, files)
    }

    @Test func aFileThatIsReplacedOrDeletedStays() throws {
        let files = try SampleFiles<BN254>()
        let mapped = try map(files.zkey, on: BN254.self)
        let other = try directory.write([1, 2, 3], "other")
        #expect(rename(other, directory.path + "/key.zkey") == 0)
        try expectProof(mapped.key, files)
        let deleted = try map(files.zkey, on: BN254.self)
        #expect(unlink(directory.path + "/key.zkey") == 0)
        try expectProof(deleted.key, files)
    }

    @Test func pointsThatAreNoneAreFoundBeforeTheyAreUsed() throws {
        try expectRefusal(SampleFiles<BN254>())
        try expectRefusal(SampleFiles<BLS12381>())
    }

    private func expectRefusal<Curve>(_ files: SampleFiles<Curve>) throws {
        let sections = sections(of: files.zkey)
        let sizes: [(ProvingKeyPart, UInt32, Int)] = [
            (.a, 5, PointArray<Curve.G1>.pointSize), (.b1, 6, PointArray<Curve.G1>.pointSize),
            (.b2, 7, PointArray<Curve.G2>.pointSize), (.c, 8, PointArray<Curve.G1>.pointSize),
            (.h, 9, PointArray<Curve.G1>.pointSize),
        ]
        for (part, type, size) in sizes {
            let section = try #require(sections[type])
            for index in [0, section.count / size - 1] {
                for flaw in [InvalidPoint.Flaw.notOnCurve, .notCanonical] {
                    var bytes = files.zkey
                    let start = section.lowerBound + index * size
                    // (1, 0) in Montgomery form's digits, or a coordinate of all ones.
                    for place in start..<start + size { bytes[place] = 0 }
                    bytes[start] = 1
                    if flaw == .notCanonical {
                        for place in start + size / 2..<start + size { bytes[place] = 0xff }
                    }
                    let mapped = try map(bytes, on: Curve.self)
                    let expected = ProvingError.invalidPoint(InvalidPoint(flaw, at: index), of: part)
                    for _ in 0..<2 {
                        #expect(throws: expected) {
                            _ = try prove(
                                Witness(files.sample.values), of: files.sample.matrices, with: mapped.key)
                        }
                    }
                    var generator = SystemRandomNumberGenerator()
                    #expect(throws: expected) {
                        _ = try uncheckedProve(
                            Witness(files.sample.values), a: files.sample.matrices.a,
                            b: files.sample.matrices.b, with: mapped.key, using: &generator)
                    }
                    let code: FormatError.Code = flaw == .notCanonical ? .notCanonical : .notOnCurve
                    #expect(throws: FormatError(code, "zkey.\(part)[\(index)]")) { try mapped.validate() }
                }
            }
        }
    }

    /// The number of constraints does not depend on the rows' order, nor on what is in other rows.
    @Test func rowsOfPublicWiresInAnotherPlace() throws {
        let files = try SampleFiles<BN254>()
        let section = try #require(sections(of: files.zkey)[4])
        var bytes = files.zkey
        let entries = stride(from: section.lowerBound + 4, to: section.upperBound, by: 44).map {
            Array(bytes[$0..<$0 + 44])
        }
        bytes.replaceSubrange(section.lowerBound + 4..<section.upperBound, with: entries.reversed().joined())
        let mapped = try map(bytes, on: BN254.self)
        #expect(mapped.key == files.key)
        #expect(throws: Never.self) { try mapped.validate() }
        #expect(try ZKeyFile<BN254>(decoding: bytes).encoded() == files.zkey)

        // A row beyond those of public wires, which lazy reading does not see.
        bytes = files.zkey
        bytes[section.lowerBound + 4 + 4] = 14
        let wrong = try map(bytes, on: BN254.self)
        #expect(throws: FormatError(.inconsistent, "zkey.coefficients")) { _ = try wrong.matrices() }
        #expect(throws: FormatError(.inconsistent, "zkey.coefficients")) { try wrong.validate() }
    }

    @Test func brokenStructureIsRefusedAtOnce() throws {
        let files = try SampleFiles<BN254>()
        func error(_ change: (inout [UInt8]) -> Void) throws -> FormatError? {
            var bytes = files.zkey
            change(&bytes)
            let file = try FileBytes(mapping: directory.write(bytes, "broken.zkey"))
            return formatError { () throws(FormatError) in
                _ = try ZKeyFile<BN254>(lazilyDecoding: file)
            }
        }
        let sections = sections(of: files.zkey)
        for (type, section) in sections {
            // Longer and shorter than its contents need; the sections behind it are no longer found, or it
            // reaches into them.
            for difference in [-1, 1, 64] {
                let length = UInt64(section.count + difference)
                #expect(
                    try error { bytes in
                        for place in 0..<8 {
                            bytes[section.lowerBound - 8 + place] =
                                UInt8(truncatingIfNeeded: length >> (8 * UInt64(place)))
                        }
                    } != nil, "section \(type)")
            }
            #expect(try error { $0[section.lowerBound - 12] = 77 }?.code == .missingSection)
            #expect(try error { $0[section.lowerBound - 12] = type == 5 ? 6 : 5 }?.code == .duplicateSection)
            for end in [section.lowerBound - 6, section.lowerBound, section.upperBound - 1] {
                #expect(try error { $0.removeLast($0.count - end) }?.code == .truncated)
            }
        }
        #expect(try error { $0.append(0) } == FormatError(.trailingBytes, "zkey"))
        let header = try #require(sections[2]).lowerBound + 72
        for place in 0..<3 {
            #expect(
                try error { bytes in
                    for byte in 0..<4 { bytes[header + 4 * place + byte] = 0xff }
                } != nil)
        }
        let coefficients = try #require(sections[4]).lowerBound
        #expect(
            try error { $0[coefficients + 3] = 0xff } == FormatError(.wrongLength, "zkey.coefficients"))
    }

    /// The bodies of the sections, by type.
    private func sections(of bytes: [UInt8]) -> [UInt32: Range<Int>] {
        var sections: [UInt32: Range<Int>] = [:]
        var position = 12
        while position < bytes.count {
            let length = bytes[position + 4..<position + 12].reversed().reduce(0) { $0 << 8 | Int($1) }
            sections[UInt32(bytes[position])] = position + 12..<position + 12 + length
            position += 12 + length
        }
        return sections
    }
}
