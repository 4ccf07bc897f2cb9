public import CircuitFormats
import EllipticCurves
public import Groth16

extension NetworkProof where Curve: InterchangeCurve {
    /// Reads a proof and its public values from the files that snarkjs would write. The proof may be as arkworks or gnark
    /// write it.
    ///
    /// - Throws: `FileError`; its code is `invalidProof` where the file can be read and what it says is no
    ///   proof: a point off its curve, or a number that is not canonical.
    public init(proof proofPath: String, publicValues publicPath: String) throws {
        proof = try Self.decode(proofPath, as: "proof", "proof.json, from prove") {
            bytes throws(FormatError) in try ProofFile.decode(anyOf: bytes)
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
        proofFile: String, publicValues: String, about image: ImageInput? = nil,
        committedInput: PreparedInput<Curve>? = nil
    ) throws -> NetworkVerdict {
        let answer: NetworkProof<Curve>
        do {
            answer = try NetworkProof(proof: proofFile, publicValues: publicValues)
        } catch let error as FileError {
            guard case .invalidProof = error.code else { throw error }
            return NetworkVerdict(answer: nil, reason: error.description, seconds: 0)
        }
        return try verify(answer, about: image, committedInput: committedInput)
    }

    /// Reads a verifying key from a file of `espalier setup`.
    public init(keyFile path: String, allowingDevelopmentKey: Bool = false) throws {
        let file = try VerifyingKeyFile<Curve>(contentsOf: path)
        try self.init(file, from: path, allowingDevelopmentKey: allowingDevelopmentKey)
    }

    /// Takes a verifying key that was read from a file, which errors name.
    public init(
        _ file: VerifyingKeyFile<Curve>, from path: String, registration: ModelRegistration<Curve>? = nil,
        pinned: Fingerprint? = nil, allowingDevelopmentKey: Bool = false
    ) throws {
        do {
            if let registration {
                try self.init(
                    file, registration: registration, pinned: pinned,
                    allowingDevelopmentKey: allowingDevelopmentKey)
            } else {
                try self.init(file, allowingDevelopmentKey: allowingDevelopmentKey)
            }
        } catch let error as RegistrationError where registration != nil && !error.isOfKey {
            throw UnsoundRegistration(error)
        } catch {
            throw FileError(.malformed(reason: ErrorSentence(error)?.text ?? "\(error)"), path: path)
        }
    }
}

/// A registration must not be trusted, or is not for the key at hand.
public struct UnsoundRegistration: Error, Hashable, Sendable, CustomStringConvertible {
    public let error: RegistrationError

    init(_ error: RegistrationError) { self.error = error }

    public var description: String { "the registration of the model: " + ErrorSentence.sentence(error) }
}

extension RegistrationError {
    /// Whether it is the key that must not be used.
    fileprivate var isOfKey: Bool {
        if case .key = code { return true }
        return false
    }
}
