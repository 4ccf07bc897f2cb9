import CircuitFormats

/// Whether anybody has contributed who could keep a secret.
enum Contributors {
    /// Demands a contribution, and one that is not of a beacon.
    static func check(_ kinds: [ContributionKind]) throws(CeremonyFlaw) {
        if kinds.isEmpty { throw .noContributions }
        if !kinds.contains(.participant) { throw .onlyBeacons }
    }
}
