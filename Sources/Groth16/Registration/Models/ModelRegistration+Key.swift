import EllipticCurves

extension CommittedCircuit {
    /// Returns the circuit's verifying key with the registered model in it: an ordinary key, whose public inputs are
    /// the known wires and then the public input x.
    ///
    /// Γ_0 + D takes the place of Γ_0, and the columns the place of points for x, so that what any verifier of
    /// Groth16 computes is Γ_0 + Σ a_i Γ_i + D + Σ x_i Col_i. It must check the ranges as well.
    ///
    /// - Parameter registration: must have been checked: with any other points, everybody can forge.
    public func uncheckedKey(with registration: ModelRegistration<Curve>) -> VerifyingKey<Curve> {
        var key = key
        let points = points(wires.known)
        key.inputPoints =
            [(self.key.inputPoints[0] + registration.constants).affine] + points + registration.columns
        return key
    }

    /// Returns the key for circuits without a hidden model.
    func keyWithoutModel() -> VerifyingKey<Curve> {
        var key = key
        key.inputPoints = points([0] + wires.known)
        return key
    }
}
