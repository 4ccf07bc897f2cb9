import FiniteFields

extension AuditForms {
    /// Reads every constraint but those that say a² = b², whose places it returns.
    mutating func appendForms(of constraints: [Constraint<F>]) -> [Int] {
        var candidates: [Int] = []
        for (index, constraint) in constraints.enumerated() {
            if let factor = constraint.a.constantValue {
                appendLinear(factor * constraint.b - constraint.c, index: index)
            } else if let factor = constraint.b.constantValue {
                appendLinear(factor * constraint.a - constraint.c, index: index)
            } else if let choice = TwoValues(constraint) {
                append(choice, index: index)
            } else if constraint.c.terms.isEmpty {
                candidates.append(index)
            } else {
                appendProduct(constraint, index: index)
            }
        }
        return candidates
    }

    private mutating func appendLinear(_ combination: LinearCombination<F>, index: Int) {
        if !combination.terms.isEmpty { appendForm(combination.terms, owners: [index]) }
    }

    /// Says that a combination has one of two literal values.
    private mutating func append(_ choice: TwoValues<F>, index: Int) {
        let difference = choice.second - choice.first
        if difference.isZero {
            return appendForm(choice.terms, constant: -choice.first, owners: [index])
        }
        if choice.terms.count == 1, choice.first.isZero, let term = choice.terms.first,
            term.coefficient == difference
        {
            return appendBoolean(term.wire.index, constraint: index)
        }
        let boolean = makeVirtualAtom()
        appendForm(
            choice.terms, constant: -choice.first, virtual: (boolean, -difference), owners: [index])
        appendBoolean(boolean, constraint: index)
    }

    /// Reads a · b = 0 as p² = q² for the virtual atoms p = (a + b)/σ and q = (a − b)/σ.
    ///
    /// Any σ ≠ 0 is right. It should make p or q an integer combination of booleans, so the smallest
    /// coefficient of such a combination is taken, else that of a single wire.
    mutating func appendPairs(
        of constraints: [Constraint<F>], at indices: [Int], _ equations: OutputEquations<F>
    ) {
        guard !indices.isEmpty else { return }
        let twins = TwinForms(self)
        for index in indices {
            let (a, b) = (constraints[index].a, constraints[index].b)
            let (sum, difference) = (a + b, a - b)
            // The same without outputs, where those can be solved for.
            let corrections = [sum, difference].map { equations.correction(of: $0) }
            let solved = zip([sum, difference], corrections).map { combination, correction in
                correction.map { adding($0, to: combination) } ?? combination
            }
            let scale = smallestCoefficient(of: solved)
            let (p, q) = (makeVirtualAtom(), makeVirtualAtom())
            for (atom, combination, correction) in [
                (p, sum, corrections[0]), (q, difference, corrections[1]),
            ] {
                appendForm(combination.terms, virtual: (atom, -scale), owners: [index])
                if let correction {
                    appendSum(adding: correction, to: combination, virtual: (atom, -scale), owners: [index])
                }
                for twin in twins.forms(like: combination, self) {
                    appendDifference(combination, atom: atom, scale: scale, index: index, twin: twin)
                }
            }
            appendPair(p, q, constraint: index)
        }
    }

    /// Says what the atoms of factors stand for, also without outputs where those can be solved for.
    mutating func appendFactors(_ equations: OutputEquations<F>) {
        for (atom, combination, index) in factors {
            appendForm(combination.terms, virtual: (atom, -.one), owners: [index])
            guard let correction = equations.correction(of: combination) else { continue }
            appendSum(adding: correction, to: combination, virtual: (atom, -.one), owners: [index])
        }
    }

    private func smallestCoefficient(of candidates: [LinearCombination<F>]) -> F {
        func variables(_ combination: LinearCombination<F>) -> Terms {
            combination.terms[(combination.terms.first?.wire == .one ? 1 : 0)...]
        }
        let best =
            candidates.first {
                variables($0).allSatisfy { isBoolean($0.wire.index) }
            } ?? candidates.first { variables($0).count == 1 }
        guard let best else { return .one }
        let smallest = variables(best).map { (field.signed($0.coefficient).magnitude, $0.coefficient) }
            .min { $0.0 < $1.0 }
        return smallest?.1 ?? .one
    }

    /// Appends the definition of a virtual atom minus the multiple of another form that has the same wires
    /// with the same proportions, so that only booleans stay.
    private mutating func appendDifference(
        _ combination: LinearCombination<F>, atom: UInt32, scale: F, index: Int,
        twin: (form: Int, factor: F)
    ) {
        let members = members(of: twin.form)
        let wires = LinearCombination<F>.sum(
            ofTerms: members.filter { self.atom($0) < wireCount }
                .map { .init(Wire(self.atom($0)), twin.factor * coefficient($0)) })
        var rest = (combination - wires).terms
        rest += members.filter { self.atom($0) >= wireCount }
            .map { .init(Wire(self.atom($0)), -twin.factor * coefficient($0)) }
        appendForm(rest, virtual: (atom, -scale), owners: [index] + owners(of: twin.form))
    }
}
