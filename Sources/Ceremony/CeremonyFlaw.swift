/// Why the result of a ceremony must not be used.
public enum CeremonyFlaw: Error, Hashable, Sendable {
    /// One of the secrets of a ceremony.
    public enum Secret: String, Hashable, Sendable {
        case tau = "τ"
        case alpha = "α"
        case beta = "β"
        case delta = "δ"
    }

    /// Nobody has contributed.
    case noContributions
    /// All contributions are of beacons.
    case onlyBeacons
    /// The proof that a party knew its factor does not hold, or was made for another place in the chain.
    case unknownFactor(Secret, contribution: Int)
    /// A point is not the one before it times the party's factor.
    case doesNotFollow(Secret, contribution: Int)
    /// A contribution that says that it comes from a beacon does not.
    case otherBeacon(contribution: Int)
    /// A point is not what the last contribution says.
    case otherPoint(list: String)
    /// The members of a list are not powers of one number.
    case noPowers(list: String)
    /// A list in the Lagrange bases is not that of the powers.
    case otherBasis(list: String)
    /// The hash that the last contribution passes on is not that of the points.
    case otherChallenge
    /// The state of a hash that the last contribution keeps is not that of the points.
    case otherResponse
    /// A transcript is not the hash of what came before.
    case otherTranscript(contribution: Int)
    /// The key is for another circuit, or was begun with other powers.
    case otherCircuit
    /// A part of the key is not that of the circuit.
    case otherPart(String)
    /// A part of the key was not divided by the δ that all contributions make.
    case notDividedByDelta(String)
    /// The points of δ in the two groups are not of one number, or not that of the last contribution.
    case otherDelta
}

extension CeremonyFlaw: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noContributions:
            "nobody has contributed: whoever made the file knows its secrets, or everybody does"
        case .onlyBeacons: "only beacons have contributed: everybody can compute its secrets"
        case .unknownFactor(let secret, let contribution):
            "contribution \(contribution) does not show that its maker knew its factor of \(secret.rawValue)"
        case .doesNotFollow(let secret, let contribution):
            "contribution \(contribution) does not follow from the one before it: \(secret.rawValue) is not multiplied by "
                + "the factor that it shows"
        case .otherBeacon(let contribution):
            "contribution \(contribution) is not the one that its beacon gives"
        case .otherPoint(let list): "the points of \(list) do not begin as the last contribution says"
        case .noPowers(let list): "the points of \(list) are not the powers of one number"
        case .otherBasis(let list):
            "the Lagrange bases of \(list) are not those of the powers: prepare the file again"
        case .otherChallenge: "the hash that the last contribution passes on is not that of the points"
        case .otherResponse:
            "the hash that the last contribution keeps is not that of what it received and made"
        case .otherTranscript(let contribution):
            "the transcript of contribution \(contribution) is not the hash of all before it: something was changed, "
                + "removed or put in another place"
        case .otherCircuit: "the key is for another circuit, or was begun with other powers of tau"
        case .otherPart(let part): "the part \(part) of the key is not that of the circuit"
        case .notDividedByDelta(let part):
            "the part \(part) of the key is not divided by the δ of all contributions"
        case .otherDelta: "δ of the key is not the one that the last contribution leaves"
        }
    }
}
