import CircuitFormats
import EllipticCurves
public import Groth16

/// What an app receives: bytes, all of them untrusted but for what it pins.
extension StatementVerifier {
    /// Reads a key in JSON, by Espalier or snarkjs, and a registration where the model is hidden.
    ///
    /// - Parameters:
    ///   - key: must be the one that the app was built with, or of a fingerprint that it knows: whoever chooses the key
    ///     chooses what proofs mean.
    ///   - registration: the same holds of it; checked here, unless it is the pinned one.
    /// - Throws: `VerifierError`.
    public init(
        key: [UInt8], registration: [UInt8]? = nil, pinned: Fingerprint? = nil,
        allowingDevelopmentKey: Bool = false
    ) throws(VerifierError) {
        let file: VerifyingKeyFile<Curve>
        do { file = try VerifyingKeyFile(decoding: key) } catch { throw .format(error) }
        guard let registration else {
            try self.init(file, allowingDevelopmentKey: allowingDevelopmentKey)
            return
        }
        let model: ModelRegistration<Curve>
        do { model = try ModelRegistration(decoding: registration) } catch { throw .registration(error) }
        try self.init(
            file, registration: model, pinned: pinned, allowingDevelopmentKey: allowingDevelopmentKey)
    }

    /// Reads a proof, in snarkjs's JSON or as arkworks or gnark write it, and its public values in snarkjs's JSON, and
    /// returns whether they hold, or why not.
    ///
    /// - Throws: `VerifierError.format` for bytes that no honest prover writes: to be treated as a proof that does not
    ///   hold.
    public func verify(
        proof: [UInt8], publicValues: [UInt8], committedInput: PreparedInput<Curve>? = nil
    ) throws(VerifierError) -> Verdict {
        verify(try Self.claim(proof: proof, publicValues: publicValues), committedInput: committedInput)
    }

    /// Returns what bytes claim, without checking anything but that they say it in the one way that is allowed.
    ///
    /// - Throws: `VerifierError.format`.
    public static func claim(
        proof: [UInt8], publicValues: [UInt8]
    ) throws(VerifierError) -> Claim<Curve> {
        do {
            return Claim(
                try ProofFile.decode(anyOf: proof), publicInputs: try PublicInputsFile.decode(publicValues))
        } catch { throw .format(error) }
    }
}
