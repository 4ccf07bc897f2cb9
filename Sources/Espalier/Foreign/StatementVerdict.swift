public import CircuitFormats
import EllipticCurves
import EspalierVerifier
import FiniteFields
import Groth16

/// A verifier's answer about a proof under the key of any circuit.
public struct StatementVerdict: Hashable, Sendable {
    /// Base ten, outputs of the circuit first; empty where they could not be read.
    public let publicValues: [String]
    /// Why the proof is not valid; nil if it is.
    public let reason: String?
    /// The time that the check of the proof took, without reading files and preparing the key.
    public let seconds: Double

    public var isValid: Bool { reason == nil }

    /// Reads a proof and its public values and checks them.
    ///
    /// A point off its curve or a number that is not canonical makes the proof invalid, as a wrong proof is.
    ///
    /// - Throws: `FileError` for what cannot be read, and for a key that must not be used.
    public init<Curve: InterchangeCurve>(
        proofFile: String, publicValues publicPath: String, keyFile: String, _ key: VerifyingKeyFile<Curve>,
        allowingDevelopmentKey: Bool
    ) throws {
        let verifier: StatementVerifier<Curve>
        do {
            verifier = try StatementVerifier(key, allowingDevelopmentKey: allowingDevelopmentKey)
        } catch .key(let error) where error.code == .developmentKey {
            throw FileError(
                .mismatch(
                    reason:
                        "this key does not say that several parties have made it, so it counts as a development "
                        + "key, whose maker can forge proofs; to accept it all the same, say --allow-development"
                ),
                path: keyFile)
        } catch {
            throw FileError(.malformed(reason: ErrorSentence(error.cause)?.text ?? "\(error)"), path: keyFile)
        }
        do {
            let answer = try NetworkProof<Curve>(proof: proofFile, publicValues: publicPath)
            publicValues = answer.publicValues.map(\.description)
            let clock = ContinuousClock.now
            let verdict = verifier.verify(Claim(answer.proof, publicInputs: answer.publicValues))
            seconds = clock.duration(to: .now) / .seconds(1)
            if case .rejected(let why) = verdict { reason = why.description } else { reason = nil }
        } catch let error as FileError {
            guard case .invalidProof = error.code else { throw error }
            publicValues = []
            reason = error.description
            seconds = 0
        }
    }
}

extension VerifyingKeyFile {
    /// Whether the file says anything of a network. What it says may contradict itself, see `NetworkVerifier`.
    public var isOfNetwork: Bool {
        let names = [
            "weights", "products", "input", "answer", "classes", "inputShape", "inputBits", "inputBoxes",
        ]
        return hidden != nil || modelInputRanges.count > 0 || names.contains { annotations[$0] != nil }
    }
}
