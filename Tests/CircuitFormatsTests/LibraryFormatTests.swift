import CircuitFormats
import EllipticCurves
import FiniteFields
import Foundation
import Groth16
import Testing

/// Proofs and verifying keys as arkworks and gnark write them; `Vectors/README.md` names their origins.
@Suite struct LibraryFormatTests {
    /// An entry of `Vectors/gnark.json`.
    private struct GnarkProof: Decodable {
        var curve: String
        var `public`: [String]
        var proof: String
        var verifyingKey: String
    }

    private func read<Value: Decodable>(_ name: String) throws -> Value {
        let url = try #require(Bundle.module.url(forResource: "Vectors/" + name, withExtension: nil))
        return try JSONDecoder().decode(Value.self, from: Data(contentsOf: url))
    }

    private func bytes(_ hexadecimal: String) throws -> [UInt8] {
        let digits = Array(hexadecimal)
        return try stride(from: 0, to: digits.count, by: 2).map {
            try #require(UInt8(String(digits[$0..<$0 + 2]), radix: 16))
        }
    }

    @Test func proofsByGnarkVerifyAndReturn() throws {
        let vectors: [GnarkProof] = try read("gnark.json")
        #expect(vectors.map(\.curve) == ["bn254", "bls12_381"])
        try expectProof(vectors[0], on: BN254.self)
        try expectProof(vectors[1], on: BLS12381.self)
    }

    private func expectProof<Curve: InterchangeCurve>(_ vector: GnarkProof, on _: Curve.Type) throws {
        let proofBytes = try bytes(vector.proof)
        let keyBytes = try bytes(vector.verifyingKey)
        #expect(ProofFile.encoding(of: proofBytes, on: Curve.self) == .gnark)
        let proof: Proof<Curve> = try ProofFile.decode(anyOf: proofBytes)
        #expect(ProofFile.encode(proof, as: .gnark) == proofBytes)
        let file = try VerifyingKeyFile<Curve>(decoding: keyBytes, as: .gnark)
        #expect(file.isDevelopment && file.key.publicCount == 1)
        let inputs = try vector.public.map { try #require(Curve.ScalarField(decimal: $0)) }
        #expect(throws: KeyError(.developmentKey, "")) { _ = try file.prepared() }
        let verifier = try file.prepared(allowingDevelopmentKey: true)
        #expect(verify(proof, publicInputs: inputs, with: verifier) == .accepted)
        #expect(verify(proof, publicInputs: [34], with: verifier) == .rejected(.equationFails))
        // What carries over to the other forms still verifies.
        let carried: Proof<Curve> = try ProofFile.decode(anyOf: ProofFile.encode(proof, as: .arkworks))
        let json: Proof<Curve> = try ProofFile.decode(anyOf: ProofFile.encode(proof))
        #expect(carried == proof && json == proof)
        let key = try VerifyingKeyFile<Curve>(decoding: file.key.arkworksBytes, as: .arkworks)
        #expect(key.key == file.key)
    }

    /// Every bit of a proof and of a key says something.
    @Test func flippedBitsAreRefusedOrChangeThePoints() throws {
        let vectors: [GnarkProof] = try read("gnark.json")
        try expectSensitivity(try bytes(vectors[0].proof), on: BN254.self)
        try expectSensitivity(try bytes(vectors[1].proof), on: BLS12381.self)
    }

    private func expectSensitivity<Curve: InterchangeCurve>(_ bytes: [UInt8], on _: Curve.Type) throws {
        let proof: Proof<Curve> = try ProofFile.decode(bytes, as: .gnark)
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1 << UInt8(index % 8)
            let other: Proof<Curve>? = try? ProofFile.decode(changed, as: .gnark)
            #expect(other != proof)
        }
    }

    private struct ArkworksKey: Decodable {
        var verifyingKey: String
        var negatedGamma: String
        var negatedDelta: String
    }

    @Test func aKeyByArkworksReturns() throws {
        let vector: ArkworksKey = try read("arkworks_sui.json")
        let keyBytes = try bytes(vector.verifyingKey)
        let file = try VerifyingKeyFile<BN254>(decoding: keyBytes, as: .arkworks)
        #expect(file.key.publicCount == 1 && file.key.arkworksBytes == keyBytes)
        #expect((-file.key.gamma2).bytes(as: .arkworks) == (try bytes(vector.negatedGamma)))
        #expect((-file.key.delta2).bytes(as: .arkworks) == (try bytes(vector.negatedDelta)))
        #expect(throws: Never.self) { try file.key.validate() }
    }

    @Test func ourKeysAndProofsReturn() throws {
        try expectRoundTrips(SampleFiles<BN254>())
        try expectRoundTrips(SampleFiles<BLS12381>())
    }

    private func expectRoundTrips<Curve>(_ files: SampleFiles<Curve>) throws {
        for encoding in PointEncoding.allCases {
            let bytes = ProofFile.encode(files.proof, as: encoding)
            #expect(bytes.count == ProofFile.byteCount(of: encoding, on: Curve.self))
            #expect(ProofFile.encoding(of: bytes, on: Curve.self) == encoding)
            #expect(try ProofFile.decode(anyOf: bytes) == files.proof)
        }
        #expect(ProofFile.encoding(of: files.proofJSON, on: Curve.self) == nil)
        #expect(try ProofFile.decode(anyOf: files.proofJSON) == files.proof)
        var key = files.key.verifyingKey
        key.isDevelopment = true
        #expect(try VerifyingKeyFile(decoding: key.arkworksBytes, as: .arkworks).key == key)
        #expect(try VerifyingKeyFile(decoding: files.key.gnarkVerifyingKeyBytes, as: .gnark).key == key)
    }

    @Test func proofsThatAreNoneAreRefusedWithTheirPlace() throws {
        let files = try SampleFiles<BN254>()
        func error(_ encoding: PointEncoding, _ change: (inout [UInt8]) -> Void) -> FormatError? {
            var bytes = ProofFile.encode(files.proof, as: encoding)
            change(&bytes)
            return formatError { () throws(FormatError) in
                let _: Proof<BN254> = try ProofFile.decode(bytes, as: encoding)
            }
        }
        for encoding in PointEncoding.allCases {
            #expect(error(encoding) { $0.append(0) } == FormatError(.trailingBytes, "proof"))
            #expect(error(encoding) { $0.removeLast($0.count - 31) } == FormatError(.truncated, "proof.a"))
            #expect(error(encoding) { $0.removeLast($0.count - 95) } == FormatError(.truncated, "proof.b"))
            #expect(error(encoding) { $0.removeLast($0.count - 127) } == FormatError(.truncated, "proof.c"))
            // All ones but for the flags.
            #expect(
                error(encoding) { bytes in
                    for index in 96..<128 { bytes[index] = 0xff }
                    bytes[encoding == .arkworks ? 127 : 96] = 0xbf
                } == FormatError(.notCanonical, "proof.c"))
        }
        #expect(error(.gnark) { $0[131] = 1 } == FormatError(.unsupportedProtocol, "proof.commitments"))
        let generator = BN254.G1.generator.bytes(as: .gnark)
        #expect(
            error(.gnark) { $0.replaceSubrange(132..<164, with: generator) }
                == FormatError(.inconsistent, "proof.commitmentPok"))
        // Points of the twist outside the group, and x without a point.
        let outside = try #require(
            (UInt8(0)..<40).first { x in
                (try? AffinePoint<BN254.G2>([x] + [UInt8](repeating: 0, count: 63), as: .arkworks)) == nil
                    && error(.arkworks) {
                        $0.replaceSubrange(32..<96, with: [x] + [UInt8](repeating: 0, count: 63))
                    }
                        == FormatError(.notInSubgroup, "proof.b")
            })
        #expect(outside < 40)
        #expect(
            error(.arkworks) { $0.replaceSubrange(0..<32, with: [UInt8](repeating: 0, count: 32)) }
                == FormatError(.notOnCurve, "proof.a"))
    }

    @Test func keysThatAreNoneAreRefusedWithTheirPlace() throws {
        let files = try SampleFiles<BN254>()
        func error(_ encoding: PointEncoding, _ change: (inout [UInt8]) -> Void) -> FormatError? {
            var bytes =
                encoding == .arkworks
                ? files.key.verifyingKey.arkworksBytes : files.key.gnarkVerifyingKeyBytes
            change(&bytes)
            return formatError { () throws(FormatError) in
                _ = try VerifyingKeyFile<BN254>(decoding: bytes, as: encoding)
            }
        }
        let count = [PointEncoding.arkworks: 32 + 3 * 64, .gnark: 3 * 32 + 3 * 64]
        for encoding in PointEncoding.allCases {
            let place = count[encoding]!
            let size = encoding == .arkworks ? 8 : 4
            let least = encoding == .arkworks ? place : place + 3
            #expect(error(encoding) { _ in } == nil)
            #expect(error(encoding) { $0.append(0) } == FormatError(.trailingBytes, "vk"))
            #expect(error(encoding) { $0.removeLast() }?.code == .truncated)
            // More points than the file can hold, refused before memory is taken.
            #expect(
                error(encoding) { bytes in
                    for index in place..<place + size { bytes[index] = 0xff }
                } == FormatError(.truncated, "vk.inputPoints"))
            #expect(error(encoding) { $0[least] += 1 } != nil)
            #expect(error(encoding) { $0[least] -= 1 } != nil)
        }
        #expect(error(.gnark) { $0[$0.count - 5] = 1 } == FormatError(.unsupportedProtocol, "vk.commitments"))
        #expect(
            error(.gnark) { $0[$0.count - 1] = 1 } == FormatError(.unsupportedProtocol, "vk.commitmentKeys"))
    }
}
