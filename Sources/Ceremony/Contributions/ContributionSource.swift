public import CircuitFormats

/// Where a contribution takes its randomness from.
public enum ContributionSource: Sendable {
    /// The system's generator, with a text mixed in that may be empty.
    case system(entropy: String)
    case beacon(Beacon)

    var kind: ContributionKind {
        switch self {
        case .system: .participant
        case .beacon: .beacon
        }
    }

    var beacon: Beacon? {
        switch self {
        case .system: nil
        case .beacon(let beacon): beacon
        }
    }

    func generator(progress: (Double) -> Void) -> ChaChaGenerator {
        switch self {
        case .system(let entropy): ChaChaGenerator(mixingIn: entropy)
        case .beacon(let beacon): ChaChaGenerator(beacon, progress: progress)
        }
    }
}
