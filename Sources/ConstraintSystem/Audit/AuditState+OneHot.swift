import FiniteFields

extension AuditState {
    /// Whether the members are booleans of a group of which exactly one is 1, with distinct coefficients.
    ///
    /// Members of the group that are unknown but not listed count with the coefficient 0. Then two different
    /// choices of the unknown booleans give different sums. If one that is known is 1, all others are 0.
    func distinguishOneHot(_ members: [Int]) -> Bool {
        guard let first = members.first else { return false }
        let atoms = Set(members.map { UInt32(forms.atom($0)) })
        let coefficients = Set(members.map { forms.coefficient($0) })
        guard coefficients.count == members.count else { return false }
        for index in forms.groupsOfAtom[UInt32(forms.atom(first))] ?? [] where isOneHot(index) {
            let unknown = forms.groups[index].atoms.filter { !isKnown(Int($0)) }
            if atoms.isSubset(of: unknown), unknown.count - atoms.count <= 1 { return true }
        }
        return false
    }

    /// Whether a group's atoms are proved booleans, fewer than p, so that their sum is 1 as an integer.
    func isOneHot(_ index: Int) -> Bool {
        let group = forms.groups[index]
        return isUsed(group.form) && Extent(UInt64(group.atoms.count)) <= field.greatestWidth
            && group.atoms.allSatisfy { ranges[Int($0)]?.isBoolean ?? false }
    }
}
