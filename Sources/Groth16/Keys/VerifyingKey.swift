public import EllipticCurves

/// What a verifier needs to know of a circuit: four points and one per public input.
public struct VerifyingKey<Curve: PairingCurve>: Hashable, Sendable {
    /// [α]₁
    public var alpha1: AffinePoint<Curve.G1>
    /// [β]₂
    public var beta2: AffinePoint<Curve.G2>
    /// [γ]₂
    public var gamma2: AffinePoint<Curve.G2>
    /// [δ]₂
    public var delta2: AffinePoint<Curve.G2>
    /// Γ_i = [(β u_i(τ) + α v_i(τ) + w_i(τ)) / γ]₁ for the constant 1 and every public input; snarkjs's IC.
    public var inputPoints: [AffinePoint<Curve.G1>]

    /// Whether one process knew the trapdoor of the key, so that its owner can forge proofs.
    public var isDevelopment: Bool

    /// The number of public inputs, the constant not counted.
    public var publicCount: Int { inputPoints.count - 1 }

    /// - Precondition: there is at least one input point, that of the constant.
    public init(
        alpha1: AffinePoint<Curve.G1>, beta2: AffinePoint<Curve.G2>, gamma2: AffinePoint<Curve.G2>,
        delta2: AffinePoint<Curve.G2>, inputPoints: [AffinePoint<Curve.G1>], isDevelopment: Bool
    ) {
        precondition(!inputPoints.isEmpty, "the constant 1 has an input point")
        self.alpha1 = alpha1
        self.beta2 = beta2
        self.gamma2 = gamma2
        self.delta2 = delta2
        self.inputPoints = inputPoints
        self.isDevelopment = isDevelopment
    }
}
