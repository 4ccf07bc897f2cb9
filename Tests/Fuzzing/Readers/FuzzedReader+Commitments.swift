import Espalier

/// What is published and kept of registered models and committed inputs.
extension FuzzedReader {
    static let registration = FuzzedReader(
        "registration",
        samples: {
            try SampleModels.both {
                [$0.registration]
            } or: {
                [$0.registration]
            }
        }
    ) {
        try ModelRegistration<BN254>(decoding: $0).encoded
    } or: {
        try ModelRegistration<BLS12381>(decoding: $0).encoded
    }

    static let opening = FuzzedReader(
        "opening",
        samples: {
            try SampleModels.both {
                [$0.opening]
            } or: {
                [$0.opening]
            }
        }
    ) {
        try ModelOpening<BN254.ScalarField>(decoding: $0).encoded.withUnsafeBufferPointer { Array($0) }
    } or: {
        try ModelOpening<BLS12381.ScalarField>(decoding: $0).encoded.withUnsafeBufferPointer { Array($0) }
    }

    static let inputCommitment = FuzzedReader(
        "input-commitment",
        samples: {
            try SampleModels.both {
                [$0.inputCommitment]
            } or: {
                [$0.inputCommitment]
            }
        }
    ) {
        try InputCommitment<BN254>(decoding: $0).encoded
    } or: {
        try InputCommitment<BLS12381>(decoding: $0).encoded
    }

    static let inputOpening = FuzzedReader(
        "input-opening",
        samples: {
            try SampleModels.both {
                [$0.inputOpening]
            } or: {
                [$0.inputOpening]
            }
        }
    ) {
        try InputOpening<BN254.ScalarField>(decoding: $0).encoded.withUnsafeBufferPointer { Array($0) }
    } or: {
        try InputOpening<BLS12381.ScalarField>(decoding: $0).encoded.withUnsafeBufferPointer { Array($0) }
    }

    /// Read and verified, as a client does.
    static let certificate = FuzzedReader(
        "certificate",
        samples: {
            try SampleModels.both {
                [$0.certificateBytes]
            } or: {
                [$0.certificateBytes]
            }
        }
    ) { bytes in
        let certificate = try AccuracyCertificate(decoding: bytes)
        let model = try SampleModels.bn254.get()
        _ = try? model.verifier.verify(certificate, on: model.dataset)
        let other = try SampleModels.bls12381.get()
        _ = try? other.verifier.verify(certificate, on: other.dataset)
        return certificate.encoded
    }

    /// Of the sample's statement: a run that goes on reads what an earlier one left.
    static let partialCertificate = FuzzedReader("certificate-partial") {
        let certificate = try SampleModels.bn254.get().certificate
        return [
            try partial([], of: certificate.statement) { partial in
                try partial.append(Array(certificate.record(at: 1)), at: 1)
                try partial.append(Array(certificate.record(at: 0)), at: 0)
            }
        ]
    } rewrite: { bytes in
        try partial(bytes, of: SampleModels.bn254.get().certificate.statement) { partial in
            for place in Set(0..<2).subtracting(partial.missing) { _ = try partial.record(at: place) }
        }
    }

    /// Returns what is in the file after it was opened.
    private static func partial(
        _ bytes: [UInt8], of statement: CertificateStatement, _ body: (PartialCertificate) throws -> Void
    ) throws -> [UInt8] {
        try ScratchFile.with(bytes) { path in
            try body(PartialCertificate(at: path, for: statement, indices: [0, 1], restart: false))
            return try ScratchFile.bytes(of: path)
        }
    }
}
