import CircuitFormats
import ConstraintSystem
import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

/// Proofs from nothing but a key's file and a witness.
@Suite struct ZKeyProvingTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    /// Each file has a name of its own: what is mapped must not be written to.
    private func map<Curve>(
        _ bytes: [UInt8], as name: String = "key.zkey", on curve: Curve.Type
    ) throws -> ZKeyFile<Curve> {
        try ZKeyFile(lazilyDecoding: FileBytes(mapping: directory.write(bytes, name)))
    }

    /// The matrices of a file and those in memory give the same rows: with the same random numbers, the same proof.
    @Test(arguments: [(0, 0, 0), (0, 2, 1), (3, 2, 30), (1, 1, 9000)])
    func aMappedKeyProvesAsOneInMemory(outputs: Int, inputs: Int, constraints: Int) throws {
        try expectSameProof(SampleFiles<BN254>(outputs: outputs, inputs: inputs, constraints: constraints))
        if constraints < 100 {
            try expectSameProof(
                SampleFiles<BLS12381>(outputs: outputs, inputs: inputs, constraints: constraints))
        }
    }

    private func expectSameProof<Curve>(_ files: SampleFiles<Curve>) throws {
        let mapped = try map(
            files.zkeyFile.encoded(alignment: 64), as: Curve.name + ".zkey", on: Curve.self)
        let shuffled = try map(shuffled(files.zkey), as: Curve.name + ".shuffled.zkey", on: Curve.self)
        let proofs = try [mapped, files.zkeyFile, shuffled].map { file in
            var generator = SeededGenerator(seed: 5)
            return try file.prove(Witness(files.sample.values), using: &generator)
        }
        var generator = SeededGenerator(seed: 5)
        let checked = try prove(
            Witness(files.sample.values), of: files.sample.matrices, with: files.key, using: &generator)
        #expect(proofs == [checked, checked, checked])
        let verifier = try PreparedVerifyingKey(files.key.verifyingKey, allowingDevelopmentKey: true)
        let proof = try mapped.prove(Witness(files.sample.values))
        #expect(verify(proof, publicInputs: files.sample.publicInputs, with: verifier) == .accepted)
        #expect(proof != checked)
    }

    /// The entries of the matrices in no order.
    private func shuffled(_ bytes: [UInt8]) throws -> [UInt8] {
        let section = try #require(coefficients(of: bytes))
        let size = 12 + 32
        var entries = stride(from: section.lowerBound + 4, to: section.upperBound, by: size).map {
            Array(bytes[$0..<$0 + size])
        }
        var generator = SeededGenerator(seed: 6)
        entries.shuffle(using: &generator)
        var bytes = bytes
        bytes.replaceSubrange(section.lowerBound + 4..<section.upperBound, with: entries.joined())
        return bytes
    }

    /// The body of the section of coefficients.
    private func coefficients(of bytes: [UInt8]) -> Range<Int>? {
        var position = 12
        while position < bytes.count {
            let length = bytes[position + 4..<position + 12].reversed().reduce(0) { $0 << 8 | Int($1) }
            if bytes[position] == 4 { return position + 12..<position + 12 + length }
            position += 12 + length
        }
        return nil
    }

    @Test func whatProvesNothingIsNotHandedOut() throws {
        let files = try SampleFiles<BN254>()
        let mapped = try map(files.zkey, on: BN254.self)
        for file in [mapped, files.zkeyFile] {
            for wire in 1..<files.sample.values.count {
                var values = files.sample.values
                values[wire] += 1
                // Wires that nothing reads may be anything.
                guard files.sample.matrices.reads(wire) else { continue }
                #expect(throws: ProvingError.nothingProved) { _ = try file.prove(Witness(values)) }
            }
            #expect(throws: ProvingError.sizesDiffer) {
                _ = try file.prove(Witness(files.sample.values + [1]))
            }
            #expect(throws: ProvingError.constantIsNotOne) {
                _ = try file.prove(Witness([2] + files.sample.values.dropFirst()))
            }
        }
        let other = try SampleFiles<BN254>(seed: 51)
        if other.sample.values.count == files.sample.values.count {
            #expect(throws: ProvingError.nothingProved) { _ = try mapped.prove(Witness(other.sample.values)) }
        }
    }

    @Test func entriesThatAreNoneOfTheCircuitAreRefused() throws {
        let files = try SampleFiles<BN254>()
        let section = try #require(coefficients(of: files.zkey))
        func expectRefusal(_ change: (inout [UInt8], Int) -> Void) throws {
            for entry in [0, 3] {
                var bytes = files.zkey
                change(&bytes, section.lowerBound + 4 + entry * 44)
                let mapped = try map(bytes, as: "broken.zkey", on: BN254.self)
                #expect(throws: ProvingError.invalidCoefficient(at: entry)) {
                    _ = try mapped.prove(Witness(files.sample.values))
                }
            }
        }
        try expectRefusal { bytes, place in bytes[place] = 2 }
        try expectRefusal { bytes, place in bytes[place + 7] = 0xff }
        try expectRefusal { bytes, place in bytes[place + 11] = 0xff }
        try expectRefusal { bytes, place in bytes[place + 43] = 0xff }
        // Another value is another circuit's.
        var bytes = files.zkey
        bytes[section.lowerBound + 4 + 12] ^= 1
        let mapped = try map(bytes, on: BN254.self)
        #expect(throws: ProvingError.nothingProved) { _ = try mapped.prove(Witness(files.sample.values)) }
    }
}

extension ConstraintMatrices {
    /// Whether a constraint reads a wire.
    fileprivate func reads(_ wire: Int) -> Bool {
        [a, b, c].contains { $0.wires.contains(UInt32(wire)) }
    }
}
