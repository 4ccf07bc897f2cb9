/// A verifier's answer about an accuracy certificate.
public struct CertificateVerdict: Hashable, Sendable {
    /// How many answers are right, counted from proved outputs and the verifier's own labels; nil if the certificate
    /// is not valid.
    public let correct: Int?
    /// Why it is not valid; nil if it is.
    public let flaw: CertificateFlaw?
    /// The time that the check took, without reading files and preparing the key.
    public let seconds: Double

    public var isValid: Bool { flaw == nil }
}
