public import CircuitFormats
public import Groth16

/// Why proofs cannot be checked: nothing is said of any of them.
public enum VerifierError: Error, Hashable, Sendable {
    /// The bytes are no key, proof, list of values or registration.
    case format(FormatError)
    /// The key must not be used.
    case key(KeyError)
    /// The registration or the key that it is for must not be used.
    case registration(RegistrationError)
    /// The key's weights are committed, and no registration was given.
    case modelMissing
    /// A registration was given, and nothing of the key's circuit is committed.
    case nothingHidden
    /// The key does not say of which circuit it is, which a registration refers to.
    case circuitUnknown
}
