import CircuitFormats
import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

/// Readers of files that somebody damaged: a typed error, or a value that means what its encoding says.
@Suite struct HostileBytesTests {
    /// A kind of file, and a function that reads one and writes it again.
    private struct Kind {
        let name: String
        let bytes: [UInt8]
        let reread: ([UInt8]) throws(FormatError) -> [UInt8]

        init(
            _ name: String, _ bytes: [UInt8], _ reread: @escaping ([UInt8]) throws(FormatError) -> [UInt8]
        ) {
            self.name = name
            self.bytes = bytes
            self.reread = reread
        }
    }

    private let files: SampleFiles<BN254>
    private let binaryKinds: [Kind]
    private let textKinds: [Kind]

    init() throws {
        files = try SampleFiles<BN254>()
        let other = try SampleFiles<BLS12381>()
        binaryKinds = Self.binaryKinds(files) + Self.binaryKinds(other)
        textKinds = Self.textKinds(files) + Self.textKinds(other)
    }

    private static func binaryKinds<Curve>(_ files: SampleFiles<Curve>) -> [Kind] {
        typealias F = Curve.ScalarField
        return [
            Kind("r1cs", files.r1cs) { bytes throws(FormatError) in
                try R1CSFile<F>(decoding: bytes).encoded()
            },
            Kind("wtns", files.wtns) { bytes throws(FormatError) in
                let witness: Witness<F> = try WitnessFile.decode(bytes)
                return WitnessFile.encode(witness)
            },
            Kind("zkey", files.zkey) { bytes throws(FormatError) in
                try ZKeyFile<Curve>(decoding: bytes).encoded()
            },
            Kind("aligned zkey", files.zkeyFile.encoded(alignment: 64)) { bytes throws(FormatError) in
                try ZKeyFile<Curve>(decoding: bytes).encoded(alignment: 64)
            },
            Kind("lazy zkey", files.zkey) { bytes throws(FormatError) in
                let file = try ZKeyFile<Curve>(lazilyDecoding: FileBytes(bytes))
                try file.validate()
                return file.encoded()
            },
        ]
    }

    private static func textKinds<Curve>(_ files: SampleFiles<Curve>) -> [Kind] {
        typealias F = Curve.ScalarField
        return [
            Kind("proof", files.proofJSON) { bytes throws(FormatError) in
                ProofFile.encode(try ProofFile.decode(bytes, on: Curve.self))
            },
            Kind("public", files.publicJSON) { bytes throws(FormatError) in
                PublicInputsFile.encode(try PublicInputsFile.decode(bytes, as: F.self))
            },
            Kind("vk", files.verifyingKeyFile.encoded()) { bytes throws(FormatError) in
                try VerifyingKeyFile<Curve>(decoding: bytes).encoded()
            },
        ]
    }

    @Test func everyTruncationOfABinaryFileIsRefused() {
        for kind in binaryKinds {
            var lengths = Set(0..<64)
            var generator = SeededGenerator(seed: 60)
            for _ in 0..<60 { lengths.insert(Int.random(in: 0..<kind.bytes.count, using: &generator)) }
            for section in sections(of: kind.bytes) {
                for end in [section.lowerBound - 12, section.lowerBound, section.upperBound] {
                    for offset in -2...2 where (0..<kind.bytes.count).contains(end + offset) {
                        lengths.insert(end + offset)
                    }
                }
            }
            for length in lengths {
                let error = formatError { () throws(FormatError) in
                    _ = try kind.reread(Array(kind.bytes.prefix(length)))
                }
                #expect(error != nil, "\(kind.name) of \(length) bytes")
            }
        }
    }

    @Test func everyTruncationOfATextIsRefused() {
        for kind in textKinds {
            // The last byte is the end of the line.
            for length in stride(from: 0, to: kind.bytes.count - 1, by: 13) {
                #expect(
                    formatError { () throws(FormatError) in
                        _ = try kind.reread(Array(kind.bytes.prefix(length)))
                    } != nil, "\(kind.name) of \(length) bytes")
            }
        }
    }

    @Test func bytesBehindTheEndAreRefused() {
        for kind in binaryKinds + textKinds {
            #expect(
                formatError { () throws(FormatError) in _ = try kind.reread(kind.bytes + [0x31]) } != nil)
        }
        #expect(
            formatError { () throws(FormatError) in _ = try R1CSFile<F>(decoding: files.r1cs + [0]) }
                == FormatError(.trailingBytes, "r1cs"))
    }

    /// Whatever is read is written the same way again, so a change that is accepted has not been overlooked.
    @Test func changedBytesAreRefusedOrMeanSomethingElse() {
        var generator = SeededGenerator(seed: 61)
        for kind in binaryKinds + textKinds {
            for _ in 0..<150 {
                var bytes = kind.bytes
                for _ in 0..<Int.random(in: 1...3, using: &generator) {
                    let index = Int.random(in: 0..<bytes.count, using: &generator)
                    bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                }
                guard bytes != kind.bytes, let again = try? kind.reread(bytes) else { continue }
                #expect(again == (try? kind.reread(again)), "\(kind.name)")
                // In a binary file, nothing but the order of terms is free.
                if kind.name == "wtns" || kind.name == "zkey" {
                    #expect(again != kind.bytes, "\(kind.name)")
                }
            }
        }
    }

    @Test func hugeCountsTakeNoMemory() {
        for (index, kind) in binaryKinds.enumerated() {
            // All places in the files of one curve, some in those of the other.
            for position in stride(
                from: 0, to: kind.bytes.count - 4, by: index < binaryKinds.count / 2 ? 4 : 44)
            {
                var bytes = kind.bytes
                for place in position..<position + 4 { bytes[place] = 0xff }
                if let again = try? kind.reread(bytes) { #expect(again.count <= kind.bytes.count + 64) }
            }
        }
    }

    @Test func containers() {
        func error(_ bytes: [UInt8]) -> FormatError? {
            formatError { () throws(FormatError) in _ = try R1CSFile<F>(decoding: bytes) }
        }
        let bytes = files.r1cs
        let sections = sections(of: bytes)
        let headers = sections.map { bytes[$0.lowerBound - 12..<$0.upperBound] }
        func assemble(_ parts: [ArraySlice<UInt8>]) -> [UInt8] {
            Array(bytes.prefix(8)) + [UInt8(parts.count), 0, 0, 0] + parts.joined()
        }
        #expect(error(bytes) == nil)
        #expect(error(assemble(headers.reversed())) == nil)
        var unknown = headers[0]
        unknown[unknown.startIndex] = 77
        #expect(error(assemble(headers + [unknown])) == nil)
        #expect(
            error(assemble(headers + [headers[0]])) == FormatError(.duplicateSection, "r1cs.section[1]"))
        #expect(error(assemble([headers[1], headers[2]])) == FormatError(.missingSection, "r1cs.header"))
        #expect(
            error(assemble([headers[0], headers[2]])) == FormatError(.missingSection, "r1cs.constraints"))
        #expect(error(assemble([headers[0], headers[1]])) == FormatError(.missingSection, "r1cs.labels"))
        #expect(error(files.wtns) == FormatError(.wrongMagic, "r1cs"))
        var version = bytes
        version[4] = 2
        #expect(error(version) == FormatError(.unsupportedVersion, "r1cs"))
        var field = bytes
        field[sections[0].lowerBound + 4] ^= 2
        #expect(error(field) == FormatError(.wrongField, "r1cs.header"))
        var endless = bytes
        for index in 16..<24 { endless[index] = 0xff }
        #expect(error(endless) == FormatError(.truncated, "r1cs"))
    }

    /// The bodies of the sections, by their place in the file.
    private func sections(of bytes: [UInt8]) -> [Range<Int>] {
        var sections: [Range<Int>] = []
        var position = 12
        while position < bytes.count {
            let length = bytes[position + 4..<position + 12].reversed().reduce(0) { $0 << 8 | Int($1) }
            sections.append(position + 12..<position + 12 + length)
            position += 12 + length
        }
        return sections
    }
}
