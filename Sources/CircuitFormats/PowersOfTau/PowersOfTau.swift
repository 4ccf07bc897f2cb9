public import EllipticCurves

/// The result of the first phase of a ceremony: the powers of a τ that nobody knows, in the groups, alone and
/// with α and β; enough for every circuit of up to 2^`power` rows.
public struct PowersOfTau<Curve: InterchangeCurve>: Hashable, Sendable {
    /// [τ^i]₁ for i < 2^(power + 1) − 1.
    public var tau1: PointArray<Curve.G1>
    /// [τ^i]₂ for i < 2^power.
    public var tau2: PointArray<Curve.G2>
    /// [α τ^i]₁ for i < 2^power.
    public var alphaTau1: PointArray<Curve.G1>
    /// [β τ^i]₁ for i < 2^power.
    public var betaTau1: PointArray<Curve.G1>
    /// [β]₂
    public var beta2: AffinePoint<Curve.G2>

    /// - Precondition: the lists have the lengths that belong to one power.
    public init(
        tau1: PointArray<Curve.G1>, tau2: PointArray<Curve.G2>, alphaTau1: PointArray<Curve.G1>,
        betaTau1: PointArray<Curve.G1>, beta2: AffinePoint<Curve.G2>
    ) {
        let size = tau2.count
        precondition(size.nonzeroBitCount == 1 && tau1.count == 2 * size - 1, "2^(p + 1) − 1 powers in G1")
        precondition(alphaTau1.count == size && betaTau1.count == size, "2^p powers with α and β")
        self.tau1 = tau1
        self.tau2 = tau2
        self.alphaTau1 = alphaTau1
        self.betaTau1 = betaTau1
        self.beta2 = beta2
    }

    public var power: Int { tau2.count.trailingZeroBitCount }
}

/// The same in Lagrange bases of all smaller domains: list k, of the 2^k values [L_i(τ)] on the domain of 2^k
/// points, begins at index 2^k − 1. What `prepare` computes from the powers, once for all circuits.
public struct LagrangePowers<Curve: InterchangeCurve>: Hashable, Sendable {
    /// Lists 0 … power + 1. The last one is that of a polynomial basis with one power less than points: its
    /// highest power counts as infinity.
    public var tau1: PointArray<Curve.G1>
    /// Lists 0 … power, as the next two.
    public var tau2: PointArray<Curve.G2>
    public var alphaTau1: PointArray<Curve.G1>
    public var betaTau1: PointArray<Curve.G1>

    public init(
        tau1: PointArray<Curve.G1>, tau2: PointArray<Curve.G2>, alphaTau1: PointArray<Curve.G1>,
        betaTau1: PointArray<Curve.G1>
    ) {
        self.tau1 = tau1
        self.tau2 = tau2
        self.alphaTau1 = alphaTau1
        self.betaTau1 = betaTau1
    }
}

extension PointArray {
    /// The list for a domain of 2^`logarithm` points, of lists that follow each other from the shortest on.
    public func lagrangeList(_ logarithm: Int) -> PointArray {
        part((1 << logarithm) - 1..<(2 << logarithm) - 1)
    }
}
