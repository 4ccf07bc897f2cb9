import CircuitFormats
import EllipticCurves
import Groth16

/// Proofs and verifying keys as arkworks and gnark write them.
extension FuzzedReader {
    /// A proof says by its length whose it is, as `verify` takes it.
    static let libraryProof = FuzzedReader(
        "proof-libraries",
        samples: {
            try PointEncoding.allCases.flatMap { encoding in
                try SampleFiles.both {
                    $0.proof(as: encoding)
                } or: {
                    $0.proof(as: encoding)
                }
            }
        }
    ) {
        try libraryProof($0, on: BN254.self)
    } or: {
        try libraryProof($0, on: BLS12381.self)
    }

    private static func libraryProof<Curve: InterchangeCurve>(
        _ bytes: [UInt8], on curve: Curve.Type
    ) throws -> [UInt8] {
        let proof: Proof<Curve> = try ProofFile.decode(anyOf: bytes)
        guard let encoding = ProofFile.encoding(of: bytes, on: curve) else { return ProofFile.encode(proof) }
        return ProofFile.encode(proof, as: encoding)
    }

    static let arkworksKey = FuzzedReader(
        "vkey-arkworks",
        samples: {
            try SampleFiles.both {
                $0.arkworksKey
            } or: {
                $0.arkworksKey
            }
        }
    ) {
        try VerifyingKeyFile<BN254>(decoding: $0, as: .arkworks).key.arkworksBytes
    } or: {
        try VerifyingKeyFile<BLS12381>(decoding: $0, as: .arkworks).key.arkworksBytes
    }

    /// Two of its points are no verifier's, so that it cannot be written again: only whether it is taken is seen.
    static let gnarkKey = FuzzedReader(
        "vkey-gnark",
        samples: {
            try SampleFiles.both {
                $0.gnarkKey
            } or: {
                $0.gnarkKey
            }
        }
    ) {
        _ = try VerifyingKeyFile<BN254>(decoding: $0, as: .gnark)
        return $0
    } or: {
        _ = try VerifyingKeyFile<BLS12381>(decoding: $0, as: .gnark)
        return $0
    }
}
