public import EllipticCurves

/// A validated verifying key with what all proofs share: e(α, β), the Miller loops' lines for β, γ and δ, and
/// the ranges of the public inputs.
public struct PreparedVerifyingKey<Curve: PairingCurve>: Sendable {
    public let key: VerifyingKey<Curve>
    /// The integers that the public inputs may be; nil where any field element will do.
    public let ranges: PublicInputRanges?

    /// e([α]₁, [β]₂)
    let alphaBeta: Curve.Target
    let beta2: Curve.PreparedG2
    let gamma2: Curve.PreparedG2
    let delta2: Curve.PreparedG2

    /// - Parameters:
    ///   - ranges: part of what every verification checks, one per public input.
    ///   - allowingDevelopmentKey: true accepts a key whose trapdoor one process knew.
    /// - Throws: `KeyError` where the key must not be used, see `VerifyingKey.validate()`.
    public init(
        _ key: VerifyingKey<Curve>, ranges: PublicInputRanges? = nil, allowingDevelopmentKey: Bool = false
    ) throws(KeyError) {
        if key.isDevelopment && !allowingDevelopmentKey { throw KeyError(.developmentKey, "") }
        if let ranges, ranges.count != key.publicCount { throw KeyError(.wrongRangeCount, "ranges") }
        try key.validate()
        self.key = key
        self.ranges = ranges
        beta2 = Curve.prepare(key.beta2)
        gamma2 = Curve.prepare(key.gamma2)
        delta2 = Curve.prepare(key.delta2)
        alphaBeta = Curve.pairingProduct([], prepared: [(key.alpha1, beta2)])
    }
}
