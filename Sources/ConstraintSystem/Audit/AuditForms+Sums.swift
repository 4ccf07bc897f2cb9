import FiniteFields

/// Forms that are sums of multiples of others.
extension AuditForms {
    /// Appends sums of forms in which fewer outputs stand than in each of them.
    mutating func appendSums(of equations: OutputEquations<F>) {
        for sum in equations.sums {
            appendSum(adding: sum, to: LinearCombination(), owners: [])
        }
    }

    /// Returns a combination with multiples of forms added, which are 0 but for guards.
    func adding(_ sum: OutputEquations<F>.Sum, to combination: LinearCombination<F>) -> LinearCombination<F> {
        .sum(of: [(.one, combination)] + sum.map { ($0.factor, self.combination(of: $0.form)) })
    }

    /// Appends `combination + Σ factor · form + coefficient · virtual = 0`; with the guards of all forms.
    mutating func appendSum(
        adding sum: OutputEquations<F>.Sum, to combination: LinearCombination<F>,
        virtual: (atom: UInt32, coefficient: F)? = nil, owners: [Int]
    ) {
        var (allOwners, guards) = (Set(owners), Set<UInt32>())
        for (form, _) in sum {
            allOwners.formUnion(self.owners(of: form))
            guards.formUnion(self.guards(of: form))
        }
        let terms = adding(sum, to: combination).terms
        // Of a virtual atom it says something even if nothing else is left.
        guard !terms.isEmpty || virtual != nil else { return }
        appendForm(
            terms, virtual: virtual, guards: guards.sorted(), owners: allOwners.sorted(), isSum: true)
    }

    /// The members of a form, atoms in the place of wires.
    ///
    /// - Precondition: they are in the order of atoms.
    private func combination(of form: Int) -> LinearCombination<F> {
        LinearCombination(
            uncheckedTerms: members(of: form).map { .init(Wire(atom($0)), coefficient($0)) })
    }
}
