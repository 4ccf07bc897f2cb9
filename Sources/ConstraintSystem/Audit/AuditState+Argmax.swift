import FiniteFields

/// Rule (g): booleans of which one is 1 choose a value, and range checks say that it is the first largest.
extension AuditState {
    /// Groups or rows beyond these sizes are not looked at.
    private var argmaxLimit: Int { 64 }

    /// Whether no two choices of a group's 1 can both have a witness for the same known values.
    ///
    /// For each choice c, the wires that products with the group's booleans select become combinations of
    /// known atoms, and every row whose other members have ranges says: a combination `−Q_c` of known atoms
    /// lies in an arc. Choices c and d exclude each other if one row for c and one for d have `Q_c + Q_d` equal to
    /// a literal that the sum of the arcs does not hold. With `a_c − a_j − [j<c] ∈ [0, R]` for all j that is −1
    /// against `0 ... 2R`, for 2R < p − 1.
    func distinguishArgmax(_ index: Int) -> Bool {
        let group = forms.groups[index]
        let choices = group.atoms.map(Int.init).filter { !isKnown($0) }
        guard choices.count > 1, choices.count <= argmaxLimit, isOneHot(index) else { return false }
        let selections = group.atoms.flatMap { forms.selections[$0] ?? [] }.filter { selection in
            isUsed(selection.form) && selection.value.terms.allSatisfy { isKnown(Int($0.wire.index)) }
        }
        guard !selections.isEmpty, selections.count <= argmaxLimit else { return false }
        let members = Set(group.atoms.map(Int.init))
        var demands: [[Demand]] = []
        for choice in choices {
            let solved = solve(Case(choice: choice, group: members, selected: [:]), selections)
            demands.append(rows(of: solved).compactMap { demand(of: $0, in: solved) })
        }
        for first in demands.indices {
            for second in demands.indices where first < second {
                guard excludeEachOther(demands[first], demands[second]) else { return false }
            }
        }
        return true
    }

    /// One boolean of the group is 1; what follows for the wires that products select.
    private struct Case {
        let choice: Int
        let group: Set<Int>
        var selected: [Int: LinearCombination<F>]
    }

    /// `−(Σ terms + constant)` lies in the arc; the terms are of known atoms.
    private struct Demand {
        let terms: [LinearCombination<F>.Term]
        let constant: F
        let arc: Arc<F>
    }

    /// The value of a member in a case, as a combination of known atoms.
    private func value(of member: Int, in branch: Case) -> LinearCombination<F>? {
        let atom = forms.atom(member)
        if branch.group.contains(atom) {
            return LinearCombination(constant: atom == branch.choice ? forms.coefficient(member) : .zero)
        }
        if isKnown(atom) { return forms.coefficient(member) * LinearCombination(Wire(atom)) }
        return branch.selected[atom].map { forms.coefficient(member) * $0 }
    }

    private func solve(_ start: Case, _ selections: [AuditForms<F>.Selection]) -> Case {
        var branch = start
        var open = selections
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            open.removeAll { selection in
                // The boolean is 1 or 0, so the form says: the sum is the selected value, or 0.
                var rest = Int(selection.atom) == branch.choice ? -selection.value : LinearCombination()
                var unknown: Int?
                for member in forms.members(of: selection.form) {
                    if let value = value(of: member, in: branch) {
                        rest += value
                    } else if unknown == nil {
                        unknown = member
                    } else {
                        return false
                    }
                }
                guard let unknown else { return true }
                branch.selected[forms.atom(unknown)] = -forms.coefficient(unknown).inverse()! * rest
                hasChanged = true
                return true
            }
        }
        return branch
    }

    /// The equations that hold a selected wire.
    private func rows(of branch: Case) -> [Int] {
        var rows: Set<Int> = []
        for atom in branch.selected.keys {
            for index in forms.incidences(of: atom) {
                let (form, isGuard) = forms.incidence(index)
                if !isGuard, forms.guardCount(of: form) == 0, isUsed(form) { rows.insert(form) }
                if rows.count > argmaxLimit { return [] }
            }
        }
        return rows.sorted()
    }

    private func demand(of form: Int, in branch: Case) -> Demand? {
        var known = LinearCombination<F>()
        var arc = Arc<F>.zero
        for member in forms.members(of: form) {
            if let value = value(of: member, in: branch) {
                known += value
            } else if let range = ranges[forms.atom(member)],
                let sum = field.adding(range, times: forms.coefficient(member), to: arc)
            {
                arc = sum
            } else {
                return nil
            }
        }
        let constant = known.terms.first.flatMap { $0.wire == .one ? $0.coefficient : nil }
        return Demand(
            terms: Array(known.terms[(constant == nil ? 0 : 1)...]), constant: constant ?? .zero, arc: arc)
    }

    private func excludeEachOther(_ left: [Demand], _ right: [Demand]) -> Bool {
        let opposites = Dictionary(grouping: right) { demand in
            demand.terms.map { LinearCombination<F>.Term($0.wire, -$0.coefficient) }
        }
        return left.contains { demand in
            (opposites[demand.terms] ?? []).contains { opposite in
                guard let arc = field.adding(opposite.arc, times: .one, to: demand.arc) else { return false }
                return !arc.contains(-(demand.constant + opposite.constant))
            }
        }
    }
}
