public import ConstraintSystem
import FiniteFields

extension CircuitBuilder {
    /// Returns a · b.
    ///
    /// Costs 1 constraint; 0 if a factor is constant, because the product is then linear. The wires of b
    /// cost a prover points of G2, so b is better the factor whose wires are in many constraints already.
    ///
    /// Soundness: the new wire w satisfies `a · b = w`, which has one solution.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    public mutating func product(
        _ a: LinearCombination<F>, _ b: LinearCombination<F>
    ) -> LinearCombination<F> {
        if let factor = a.constantValue { return factor * b }
        if let factor = b.constantValue { return factor * a }
        let product = LinearCombination<F>(derive("product", by: .product(a, b))[0])
        demand(a, b, product)
        return product
    }

    /// Returns a².
    ///
    /// Costs 1 constraint; 0 if a is constant.
    ///
    /// Soundness: the new wire w satisfies `a · a = w`, which has one solution.
    public mutating func square(_ a: LinearCombination<F>) -> LinearCombination<F> { product(a, a) }

    /// Returns a combination of a single wire that equals `value`, to be used often instead of many terms.
    ///
    /// Costs 1 constraint; 0 if `value` is a single term or constant already.
    ///
    /// Soundness: the new wire w satisfies `value · 1 = w`, which has one solution.
    public mutating func wire(equalTo value: LinearCombination<F>) -> LinearCombination<F> {
        if value.terms.count <= 1 { return value }
        let wire = LinearCombination<F>(derive("value", by: .value(value))[0])
        demand(value, 1, wire)
        return wire
    }

    /// Demands a constraint in which a wire takes part that nothing else binds yet.
    mutating func demand(
        _ a: LinearCombination<F>, _ b: LinearCombination<F>, _ c: LinearCombination<F>
    ) {
        do {
            try enforce(a, b, c)
        } catch {
            preconditionFailure("a constraint with a free wire is not constant")
        }
    }
}
