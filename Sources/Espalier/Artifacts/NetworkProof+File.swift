import CircuitFormats
import EllipticCurves

extension NetworkProof {
    /// Reads a proof and its public values from the files that snarkjs would write.
    public init(proof proofPath: String, publicValues publicPath: String) throws {
        proof = try Self.decode(proofPath) { bytes throws(FormatError) in try ProofFile.decode(bytes) }
        publicValues = try Self.decode(publicPath) { bytes throws(FormatError) in
            try PublicInputsFile.decode(bytes)
        }
    }

    /// Writes both files.
    public func write(proof proofPath: String, publicValues publicPath: String) throws {
        try ArtifactFile.write(ProofFile.encode(proof), to: proofPath)
        try ArtifactFile.write(PublicInputsFile.encode(publicValues), to: publicPath)
    }

    private static func decode<Value>(
        _ path: String, _ body: ([UInt8]) throws(FormatError) -> Value
    ) throws -> Value {
        let bytes = try ArtifactFile.read(path, limit: 64 << 20)
        do {
            return try body(bytes)
        } catch {
            throw FileError(.malformed(reason: "\(error)"), path: path)
        }
    }
}

extension NetworkVerifier {
    /// Reads a verifying key from a file of `espalier setup`.
    public init(keyFile path: String, allowingDevelopmentKey: Bool = false) throws {
        let bytes = try ArtifactFile.read(path, limit: 64 << 20)
        let file: VerifyingKeyFile<BN254>
        do {
            file = try VerifyingKeyFile(decoding: bytes)
        } catch {
            throw FileError(.malformed(reason: "no verifying key over BN254: \(error)"), path: path)
        }
        do {
            try self.init(file, allowingDevelopmentKey: allowingDevelopmentKey)
        } catch {
            throw FileError(.malformed(reason: ErrorSentence(error)?.text ?? "\(error)"), path: path)
        }
    }
}
