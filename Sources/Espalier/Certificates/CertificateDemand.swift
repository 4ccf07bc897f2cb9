/// What a client asked of the images of a certificate, so that nothing is left for the prover to choose.
public struct CertificateDemand: Hashable, Sendable {
    /// The text that she sent after the model was registered; empty if none.
    public var challenge: String
    /// How many images; nil leaves it to the prover, who can then try many numbers until the draw is kind.
    public var count: Int?
    /// Whether all images, or some drawn; nil leaves it to the prover.
    public var choice: ImageChoice?

    public init(challenge: String = "", count: Int? = nil, choice: ImageChoice? = nil) {
        self.challenge = challenge
        self.count = count
        self.choice = choice
    }

    /// Returns the first thing in which a certificate is not what was asked for; nil if it is.
    func difference(from statement: CertificateStatement) -> CertificateFlaw? {
        if statement.challenge != challenge { return .otherChallenge(stated: statement.challenge) }
        if let choice, statement.choice != choice {
            return .otherChoice(stated: statement.choice, expected: choice)
        }
        if let count, statement.count != count {
            return .otherCount(stated: statement.count, expected: count)
        }
        return nil
    }
}
