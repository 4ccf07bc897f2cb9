public import ConstraintSystem
import FiniteFields

extension RankOneConstraintSystem {
    /// Returns the system without one constraint.
    public func removing(_ constraint: Int) -> Self {
        var mutant = self
        mutant.constraints.remove(at: constraint)
        return mutant
    }

    /// Returns the systems in which one coefficient is one more, with the place of the change.
    ///
    /// Leaves out changes that only multiply a constraint of which one side is 0, which say the same.
    public var perturbations: [(place: String, system: Self)] {
        var mutants: [(String, Self)] = []
        for (index, constraint) in constraints.enumerated() {
            let demandsZero = [constraint.a, constraint.b, constraint.c].contains { $0.terms.isEmpty }
            for (side, path) in [\Constraint<F>.a, \.b, \.c].enumerated() {
                let terms = constraint[keyPath: path].terms
                if terms.count == 1, demandsZero { continue }
                for term in terms {
                    var mutant = self
                    mutant.constraints[index][keyPath: path] += LinearCombination(term.wire)
                    mutants.append(("constraint \(index), side \(side), wire \(term.wire.index)", mutant))
                }
            }
        }
        return mutants
    }
}

extension Constraint {
    /// Whether a wire takes part.
    public func holds(_ wire: Wire) -> Bool {
        [a, b, c].contains { $0.terms.contains { $0.wire == wire } }
    }
}
