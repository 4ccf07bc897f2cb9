public import CircuitFormats
import EllipticCurves

extension NetworkProof where Curve: InterchangeCurve {
    /// Reads a proof and its public values from the files that snarkjs would write.
    ///
    /// - Throws: `FileError`; its code is `invalidProof` where the file can be read and what it says is no
    ///   proof: a point off its curve, or a number that is not canonical.
    public init(proof proofPath: String, publicValues publicPath: String) throws {
        proof = try Self.decode(proofPath, as: "proof", "proof.json, from prove") {
            bytes throws(FormatError) in try ProofFile.decode(bytes)
        }
        publicValues = try Self.decode(
            publicPath, as: "list of public values", "public.json, from prove"
        ) { bytes throws(FormatError) in
            try PublicInputsFile.decode(bytes)
        }
    }

    /// Writes both files.
    public func write(proof proofPath: String, publicValues publicPath: String) throws {
        var files = FileTransaction()
        try files.add(ProofFile.encode(proof), to: proofPath)
        try files.add(PublicInputsFile.encode(publicValues), to: publicPath)
        try files.commit()
    }

    private static func decode<Value>(
        _ path: String, as kind: String, _ origin: String,
        _ body: ([UInt8]) throws(FormatError) -> Value
    ) throws -> Value {
        let bytes = try ArtifactFile.read(path, limit: 64 << 20)
        do {
            return try body(bytes)
        } catch {
            switch error.code {
            case .notCanonical, .notOnCurve, .notInSubgroup:
                throw FileError(.invalidProof(reason: "\(error)"), path: path)
            default: throw FileError(decoding: path, as: kind, origin, on: Curve.self, error)
            }
        }
    }
}

extension NetworkVerifier {
    /// Reads a proof and its public values and returns whether they hold, and what they say.
    ///
    /// A point off its curve or a number that is not canonical makes the proof invalid, as a wrong proof is.
    ///
    /// - Throws: `FileError` for what cannot be read; `PrivateInputError`, see `verify(_:about:)`.
    public func verify(
        proofFile: String, publicValues: String, about image: ImageInput? = nil
    ) throws -> NetworkVerdict {
        let answer: NetworkProof<Curve>
        do {
            answer = try NetworkProof(proof: proofFile, publicValues: publicValues)
        } catch let error as FileError {
            guard case .invalidProof = error.code else { throw error }
            return NetworkVerdict(answer: nil, reason: error.description, seconds: 0)
        }
        return try verify(answer, about: image)
    }

    /// Reads a verifying key from a file of `espalier setup`.
    public init(keyFile path: String, allowingDevelopmentKey: Bool = false) throws {
        let bytes = try ArtifactFile.read(path, limit: 64 << 20)
        let file: VerifyingKeyFile<Curve>
        do {
            file = try VerifyingKeyFile(decoding: bytes)
        } catch {
            throw FileError(
                decoding: path, as: "verifying key", ".vkey.json, from setup", on: Curve.self, error)
        }
        do {
            try self.init(file, allowingDevelopmentKey: allowingDevelopmentKey)
        } catch {
            throw FileError(.malformed(reason: ErrorSentence(error)?.text ?? "\(error)"), path: path)
        }
    }
}
