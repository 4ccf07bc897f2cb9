public import CircuitFormats
public import EllipticCurves
import EspalierVerifier
public import Groth16

/// Checks proofs of one network's answers: a verifying key with what its public values mean, and the registration of
/// the model where its weights are committed.
public struct NetworkVerifier<Curve: InterchangeCurve>: Sendable {
    public let layout: StatementLayout
    private let statement: StatementVerifier<Curve>

    /// - Parameter allowingDevelopmentKey: true accepts a key whose maker could forge proofs.
    /// - Throws: `KeyError` where the key must not be used; `KeyLayoutError` where it is not a network's;
    ///   `ModelMissing` where the weights are committed.
    public init(_ file: VerifyingKeyFile<Curve>, allowingDevelopmentKey: Bool = false) throws {
        layout = try Self.layout(of: file)
        do {
            statement = try StatementVerifier(file, allowingDevelopmentKey: allowingDevelopmentKey)
        } catch { throw error.cause }
    }

    /// - Parameters:
    ///   - registration: of the model; checked here, unless it is the pinned one.
    ///   - pinned: the fingerprint of a registration that was checked before.
    /// - Throws: as above; `RegistrationError` where the registration is not sound, or not for this key;
    ///   `NoHiddenWires` where there is nothing to register.
    public init(
        _ file: VerifyingKeyFile<Curve>, registration: ModelRegistration<Curve>, pinned: Fingerprint? = nil,
        allowingDevelopmentKey: Bool = false
    ) throws {
        layout = try Self.layout(of: file)
        do {
            statement = try StatementVerifier(
                file, registration: registration, pinned: pinned,
                allowingDevelopmentKey: allowingDevelopmentKey)
        } catch { throw error.cause }
    }

    private static func layout(of file: VerifyingKeyFile<Curve>) throws -> StatementLayout {
        guard let layout = StatementLayout(annotations: file.annotations), layout.fits(file) else {
            throw KeyLayoutError()
        }
        return layout
    }

    /// The registered model; nil where no wires are hidden.
    public var registration: PreparedRegistration<Curve>? { statement.registration }

    /// Returns what public values say, without checking anything.
    public func read(_ publicValues: [Curve.ScalarField]) throws(StatementError) -> AnswerReading {
        try AnswerReading(publicValues, of: layout)
    }

    /// Returns whether a proof holds, and what it says.
    ///
    /// - Parameters:
    ///   - image: if given, the image that the proof must be about.
    ///   - committedInput: the input that the proof must be about, where inputs are committed.
    /// - Throws: `PrivateInputError` where an image is given and the proof shows nothing of its input.
    public func verify(
        _ answer: NetworkProof<Curve>, about image: ImageInput? = nil,
        committedInput: PreparedInput<Curve>? = nil
    ) throws -> NetworkVerdict {
        let clock = ContinuousClock.now
        let verdict = statement.verify(
            Claim(answer.proof, publicInputs: answer.publicValues), committedInput: committedInput)
        let seconds = clock.duration(to: .now) / .seconds(1)
        if case .rejected(let reason) = verdict {
            return NetworkVerdict(answer: nil, reason: reason.description, seconds: seconds)
        }
        let reading: AnswerReading
        do {
            reading = try read(answer.publicValues)
        } catch {
            return NetworkVerdict(answer: nil, reason: error.description, seconds: seconds)
        }
        let reason = try image.flatMap { try mismatch(of: reading, with: $0) }
        return NetworkVerdict(answer: reason == nil ? reading : nil, reason: reason, seconds: seconds)
    }

    /// Why a valid proof is not about this image; nil if it is.
    private func mismatch(of reading: AnswerReading, with image: ImageInput) throws -> String? {
        guard let proved = reading.input else { throw PrivateInputError() }
        let transform = layout.inputTransform
        let values: [Int]
        do {
            values = try transform.integers(of: image, making: proved.count)
        } catch {
            return "the proof is about an image of \(error.wantedPixels), this one has "
                + "\(image.width)×\(image.height)"
        }
        guard let index = proved.indices.first(where: { proved[$0] != values[$0] }) else { return nil }
        let kind = transform.boxes == nil ? "pixel" : "value"
        return "the proof is about another image: \(kind) \(index) differs"
    }
}
