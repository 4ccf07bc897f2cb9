/// Where a contract finds the points Γ_i of its public values.
public enum PointPlacement: String, Hashable, Sendable, CaseIterable {
    /// In the code of the verifier: for few values.
    case code
    /// In contracts of their own, which hold nothing else; the hash of each one's code stands in the verifier.
    case data
    /// In every call, their hash in the verifier: nothing but the verifier is deployed, and every call pays.
    case calldata
}
