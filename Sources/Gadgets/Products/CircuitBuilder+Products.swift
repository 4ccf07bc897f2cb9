public import ConstraintSystem
import FiniteFields

extension CircuitBuilder {
    /// Returns a · b.
    ///
    /// Costs 1 constraint; 0 if a factor is constant, because the product is then linear.
    ///
    /// Soundness: the new wire w satisfies `a · b = w`, which has one solution.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    public mutating func product(
        _ a: LinearCombination<F>, _ b: LinearCombination<F>
    ) -> LinearCombination<F> {
        if let factor = a.constantValue { return factor * b }
        if let factor = b.constantValue { return factor * a }
        return innerProduct([(a, b)], plus: LinearCombination())
    }

    /// Returns `Σ a · b + summand`, a single wire if any of the products is not linear.
    ///
    /// Costs 1 constraint for each pair without a constant.
    ///
    /// Each product is added to the sum of those before: `a · b = w − v` for a new wire w and the last one, v,
    /// which is the summand at first. Separate wires for the products would cost as many constraints, but
    /// whatever is done with the sum would then take all of them into matrices A and B, where a prover pays
    /// for every wire. Pairs with a constant go into the first sum, so that only its constraint is long.
    ///
    /// Soundness: once v is given, `a · b = w − v` has one solution w.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    public mutating func innerProduct(
        _ pairs: [(LinearCombination<F>, LinearCombination<F>)], plus summand: LinearCombination<F>
    ) -> LinearCombination<F> {
        let (start, products) = Self.separated(pairs, plus: summand)
        return runningSum(products[...], from: start)
    }

    /// The part of `Σ a · b + summand` that is linear, and the pairs that are not.
    static func separated(
        _ pairs: [(LinearCombination<F>, LinearCombination<F>)], plus summand: LinearCombination<F>
    ) -> (linear: LinearCombination<F>, products: [(LinearCombination<F>, LinearCombination<F>)]) {
        var linear: [(F, LinearCombination<F>)] = [(.one, summand)]
        var products: [(LinearCombination<F>, LinearCombination<F>)] = []
        for (a, b) in pairs {
            if let factor = a.constantValue {
                linear.append((factor, b))
            } else if let factor = b.constantValue {
                linear.append((factor, a))
            } else {
                products.append((a, b))
            }
        }
        return (LinearCombination.sum(of: linear), products)
    }

    /// Returns the start plus all products, each in a wire of its own.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    mutating func runningSum(
        _ products: ArraySlice<(LinearCombination<F>, LinearCombination<F>)>, from start: LinearCombination<F>
    ) -> LinearCombination<F> {
        var sum = start
        for (a, b) in products {
            let next = LinearCombination<F>(derive("product", by: .product(a, b, plus: sum))[0])
            demand(a, b, next - sum)
            sum = next
        }
        return sum
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
