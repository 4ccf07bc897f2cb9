public import CircuitFormats

/// What a checked ceremony says of one contribution, for people to compare with what the parties published.
public struct ContributionRecord: Hashable, Sendable {
    /// From 1 on.
    public var number: Int
    public var name: String?
    public var beacon: Beacon?
    /// The hash that the party was shown when it contributed; 64 bytes.
    public var hash: [UInt8]
}
