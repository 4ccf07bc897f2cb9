/// How the dot products of a layer become constraints (ZEN, Feng et al., eprint 2021/087, sections 4 and 5).
public enum ZenEncoding: String, Hashable, Codable, Sendable, CaseIterable {
    /// One product and one wire for each weight, of the centred factors: `(Q_W − z_W)(Q_X − z_X)`.
    case plain
    /// Sign-bit grouping: all terms not negative, `G1 + n z_W z_X + B + M′ − G2 − G3` with `G1 = Σ Q_W Q_X`,
    /// `G2 = z_X Σ Q_W`, `G3 = z_W Σ Q_X`. One product for each weight.
    case grouped
    /// Several rows share their products, both of whose sides are packed (`StrandPlan`).
    case stranded
}
