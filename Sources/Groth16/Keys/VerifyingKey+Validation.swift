import EllipticCurves

extension VerifyingKey {
    /// Checks all that can be seen of a key without its circuit.
    ///
    /// With δ = γ (a key whose second phase never took place) the equation has the solution A = α, B = β,
    /// C = −vk_x for any inputs; with δ = −γ it is C = vk_x. A δ whose logarithm is known, such as the
    /// generator's, is as bad. γ may be the generator. With β = ±γ the solution is A = α ± vk_x, B = β,
    /// C = 0; with β = ±δ it is A = vk_x, B = γ, C = ∓α. Two public inputs of one point, up to its sign,
    /// could be exchanged.
    ///
    /// - Throws: `KeyError`, naming the first point that is wrong.
    public func validate() throws(KeyError) {
        try Self.check(alpha1, "alpha1")
        try Self.check(beta2, "beta2")
        try Self.check(gamma2, "gamma2")
        try Self.check(delta2, "delta2")
        // The same x means the same point up to its sign.
        if delta2.x == gamma2.x { throw KeyError(.deltaIsGamma, "delta2") }
        if delta2.x == Curve.G2.generator.x { throw KeyError(.deltaIsGenerator, "delta2") }
        if beta2.x == gamma2.x || beta2.x == delta2.x { throw KeyError(.repeatedPoint, "beta2") }
        var seen: Set<Curve.G1.BaseField> = []
        if let (index, flaw) = AffinePoint.firstMembershipFlaw(in: inputPoints) {
            throw KeyError(.init(flaw), "inputPoints[\(index)]")
        }
        for index in inputPoints.indices {
            guard seen.insert(inputPoints[index].x).inserted else {
                throw KeyError(.repeatedPoint, "inputPoints[\(index)]")
            }
        }
    }

    private static func check<G: ShortWeierstrassCurve>(
        _ point: AffinePoint<G>, _ path: String
    ) throws(KeyError) {
        if let flaw = point.membershipFlaw { throw KeyError(.init(flaw), path) }
    }
}

extension KeyError.Code {
    fileprivate init(_ flaw: MembershipFlaw) {
        switch flaw {
        case .infinity: self = .infinity
        case .notOnCurve: self = .notOnCurve
        case .notInSubgroup: self = .notInSubgroup
        }
    }
}
