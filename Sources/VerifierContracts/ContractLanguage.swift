/// What a verifier contract is written in.
public enum ContractLanguage: String, Hashable, Sendable, CaseIterable {
    case solidity
    case vyper

    /// How names of files end.
    public var suffix: String {
        switch self {
        case .solidity: ".sol"
        case .vyper: ".vy"
        }
    }
}
