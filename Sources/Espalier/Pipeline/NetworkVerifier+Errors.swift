import EspalierVerifier

/// A verifying key does not say what its public values mean.
public struct KeyLayoutError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description =
        "this verifying key does not say what its public values mean, or contradicts itself; take one that "
        + "espalier setup has made"
}

/// The proof shows nothing of its input.
public struct PrivateInputError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description = "the input of this proof is private: it cannot be compared with an image"
}

/// The weights are committed, and nobody said to what.
public struct ModelMissing: Error, Hashable, Sendable, CustomStringConvertible {
    public let description =
        "this key is for committed weights: name the registration of the model that should have answered, with "
        + "--model"
}

extension VerifierError {
    /// The error of whatever it is that cannot be used.
    var cause: any Error {
        switch self {
        case .format(let error): error
        case .key(let error): error
        case .registration(let error): error
        case .modelMissing: ModelMissing()
        case .nothingHidden: NoHiddenWires()
        case .circuitUnknown: KeyLayoutError()
        }
    }
}
