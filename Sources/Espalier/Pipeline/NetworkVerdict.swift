/// A verifier's answer about a proof of a network's answer.
public struct NetworkVerdict: Hashable, Sendable {
    /// What the proof says; nil if it is not valid.
    public let answer: AnswerReading?
    /// Why it is not valid; nil if it is.
    public let reason: String?
    /// The time that the check of the proof took, without reading files and preparing the key.
    public let seconds: Double

    public var isValid: Bool { answer != nil }
}
