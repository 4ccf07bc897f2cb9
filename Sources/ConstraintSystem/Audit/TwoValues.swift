import FiniteFields

/// What a constraint says that is a quadratic equation in one linear combination, with literal roots:
/// `terms` has the value `first` or `second`.
struct TwoValues<F: PrimeField> {
    /// Without a constant, not empty.
    let terms: ArraySlice<LinearCombination<F>.Term>
    let first: F
    let second: F

    /// Returns nil for other constraints, and for those whose roots would need a square root to be found.
    init?(_ constraint: Constraint<F>) {
        let (a, b, c) = (Affine(constraint.a), Affine(constraint.b), Affine(constraint.c))
        guard let leading = a.terms.first?.coefficient, let slope = b.ratio(to: a) else { return nil }
        // With Y for the terms of a: (Y + a₀)(slope · Y + b₀) = product · Y + c₀.
        var roots: (F, F)
        if c.terms.isEmpty, c.constant.isZero {
            roots = (-a.constant, slope == .one ? -b.constant : -b.constant * slope.inverse()!)
        } else {
            guard a.constant * b.constant == c.constant else { return nil }
            var product = F.zero
            if !c.terms.isEmpty {
                guard let ratio = c.ratio(to: a) else { return nil }
                product = ratio
            }
            let root = (product - b.constant - a.constant * slope) * slope.inverse()!
            roots = (.zero, root)
        }
        // A single wire κw with the values 0 and κ is a boolean itself; others differ by 1 where they can.
        let wanted = a.terms.count == 1 ? leading : .one
        if roots.0 - roots.1 == wanted { roots = (roots.1, roots.0) }
        terms = a.terms
        (first, second) = roots
    }

    /// A combination with its constant apart.
    private struct Affine {
        let terms: ArraySlice<LinearCombination<F>.Term>
        let constant: F

        init(_ combination: LinearCombination<F>) {
            let terms = combination.terms[...]
            if let first = terms.first, first.wire == .one {
                self.terms = terms.dropFirst()
                constant = first.coefficient
            } else {
                self.terms = terms
                constant = .zero
            }
        }

        /// The factor by which all terms of `other` have to be multiplied to give these, if there is one.
        func ratio(to other: Affine) -> F? {
            guard terms.count == other.terms.count, let mine = terms.first, let theirs = other.terms.first,
                mine.wire == theirs.wire, terms.last?.wire == other.terms.last?.wire
            else { return nil }
            let (numerator, denominator) = (mine.coefficient, theirs.coefficient)
            let isSame = numerator == denominator
            for (left, right) in zip(terms, other.terms) {
                guard left.wire == right.wire else { return nil }
                if isSame {
                    guard left.coefficient == right.coefficient else { return nil }
                } else {
                    guard left.coefficient * denominator == right.coefficient * numerator else { return nil }
                }
            }
            return isSame ? .one : numerator * denominator.inverse()!
        }
    }
}
