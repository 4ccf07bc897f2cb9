public import CircuitFormats
public import EllipticCurves
import Groth16

/// Checks proofs of one network's answers: a verifying key with what its public values mean.
public struct NetworkVerifier<Curve: InterchangeCurve>: Sendable {
    public let layout: StatementLayout
    private let key: PreparedVerifyingKey<Curve>

    /// - Parameter allowingDevelopmentKey: true accepts a key whose maker could forge proofs.
    /// - Throws: `KeyError` where the key must not be used; `KeyLayoutError` where it is not a network's.
    public init(_ file: VerifyingKeyFile<Curve>, allowingDevelopmentKey: Bool = false) throws {
        guard let layout = StatementLayout(annotations: file.annotations), let ranges = file.ranges,
            layout.isConsistent(with: ranges)
        else { throw KeyLayoutError() }
        self.layout = layout
        key = try file.prepared(allowingDevelopmentKey: allowingDevelopmentKey)
    }

    /// Returns what public values say, without checking anything.
    public func read(_ publicValues: [Curve.ScalarField]) throws(StatementError) -> AnswerReading {
        try AnswerReading(publicValues, of: layout)
    }

    /// Returns whether a proof holds, and what it says.
    ///
    /// - Parameter image: if given, the image that the proof must be about.
    /// - Throws: `PrivateInputError` where an image is given and the proof shows nothing of its input.
    public func verify(_ answer: NetworkProof<Curve>, about image: ImageInput? = nil) throws -> NetworkVerdict
    {
        let clock = ContinuousClock.now
        let verdict = Groth16.verify(answer.proof, publicInputs: answer.publicValues, with: key)
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
        guard image.pixels.count == proved.count else {
            return "the proof is about an image of \(proved.count) pixels, this one has \(image.pixels.count)"
        }
        let shift = 8 - layout.inputBits
        guard let pixel = proved.indices.first(where: { proved[$0] != Int(image.pixels[$0]) >> shift }) else {
            return nil
        }
        return "the proof is about another image: pixel \(pixel) differs"
    }
}
