/// A list of points of a proving key.
public enum ProvingKeyPart: String, Hashable, Sendable {
    case a, b1, b2, c, h
}
