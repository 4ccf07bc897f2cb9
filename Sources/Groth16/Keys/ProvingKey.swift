public import EllipticCurves

/// What a prover needs to know of a circuit, in the shape that snarkjs gives it.
///
/// For wire i the polynomials u_i, v_i, w_i interpolate column i of the matrices A, B, C on the domain of N
/// points; rows m … m + ℓ after the m constraints hold A = wire s for the constant and each of the ℓ public
/// wires, which makes the columns of public wires independent.
///
/// The five lists of points may lie in a mapped file, and then are checked when they are first used.
public struct ProvingKey<Curve: PairingCurve>: Hashable, Sendable {
    /// [α]₁, [β]₂, [γ]₂, [δ]₂ and the points of public wires.
    public var verifyingKey: VerifyingKey<Curve>
    /// [β]₁
    public var beta1: AffinePoint<Curve.G1>
    /// [δ]₁
    public var delta1: AffinePoint<Curve.G1>
    /// [u_i(τ)]₁ for every wire.
    public var a: PointArray<Curve.G1>
    /// [v_i(τ)]₁ for every wire.
    public var b1: PointArray<Curve.G1>
    /// [v_i(τ)]₂ for every wire.
    public var b2: PointArray<Curve.G2>
    /// [(β u_i(τ) + α v_i(τ) + w_i(τ)) / δ]₁ for every private wire.
    public var c: PointArray<Curve.G1>
    /// [L_(2i+1)(τ) / δ]₁ for i < N, where L are the Lagrange polynomials of the domain of 2N points.
    public var h: PointArray<Curve.G1>
    /// m, the number of constraints.
    public var constraintCount: Int

    /// - Precondition: the numbers of points fit together, see the properties.
    public init(
        verifyingKey: VerifyingKey<Curve>, beta1: AffinePoint<Curve.G1>, delta1: AffinePoint<Curve.G1>,
        a: PointArray<Curve.G1>, b1: PointArray<Curve.G1>, b2: PointArray<Curve.G2>,
        c: PointArray<Curve.G1>, h: PointArray<Curve.G1>, constraintCount: Int
    ) {
        let publicCount = verifyingKey.publicCount
        precondition(b1.count == a.count && b2.count == a.count, "points for every wire")
        precondition(c.count == a.count - publicCount - 1, "points for every private wire")
        precondition(
            h.count == 1 << domainLogarithm(constraintCount: constraintCount, publicCount: publicCount),
            "a point for every element of the domain")
        self.verifyingKey = verifyingKey
        self.beta1 = beta1
        self.delta1 = delta1
        self.a = a
        self.b1 = b1
        self.b2 = b2
        self.c = c
        self.h = h
        self.constraintCount = constraintCount
    }

    /// All wires, the constant included.
    public var wireCount: Int { a.count }

    /// ℓ, the number of public wires, the constant not counted.
    public var publicCount: Int { verifyingKey.publicCount }

    /// N, the number of points of the domain.
    public var domainSize: Int { h.count }
}

/// Returns the base-two logarithm of the domain that snarkjs takes: ⌊log2(m + ℓ)⌋ + 1, and 1 where that is
/// no number. The domain has room for the m + ℓ + 1 rows.
package func domainLogarithm(constraintCount m: Int, publicCount l: Int) -> Int {
    max(1, Int.bitWidth - (m + l).leadingZeroBitCount)
}
