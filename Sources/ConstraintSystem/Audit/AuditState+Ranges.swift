import FiniteFields

extension AuditState {
    /// Gives a range to the only member that has none, or a narrower one to the widest member.
    mutating func handOnRanges(_ form: Int) {
        rangePasses[form] += 1
        let members = forms.members(of: form)
        if unrangedCounts[form] == 1 {
            let member = members.first { ranges[forms.atom($0)] == nil }!
            if let arc = arc(of: member, in: members) { bound(forms.atom(member), to: arc) }
        } else if let member = widestMember(of: members), let arc = arc(of: member, in: members) {
            bound(forms.atom(member), to: arc)
        }
    }

    /// The arc of a member that follows from the other members' arcs, unless it is the whole circle.
    private func arc(of member: Int, in members: Range<Int>) -> Arc<F>? {
        let coefficient = forms.coefficient(member)
        let factor: F =
            coefficient == .one ? -.one : coefficient == -.one ? .one : -coefficient.inverse()!
        var arc = Arc<F>.zero
        for other in members where other != member {
            guard let range = ranges[forms.atom(other)],
                let sum = field.adding(range, times: factor * forms.coefficient(other), to: arc)
            else { return nil }
            arc = sum
        }
        return arc
    }

    /// The member that is wider than all others together, each times its coefficient.
    private func widestMember(of members: Range<Int>) -> Int? {
        var total = Extent.zero
        var widest: (member: Int, extent: Extent)?
        for member in members {
            let magnitude = field.signed(forms.coefficient(member)).magnitude
            let before = total
            guard let sum = field.adding(magnitude, times: ranges[forms.atom(member)]!.width, to: total)
            else { return nil }
            total = sum
            let extent = total - before
            if widest.map({ $0.extent < extent }) ?? true { widest = (member, extent) }
        }
        guard let widest, total < widest.extent + widest.extent else { return nil }
        return widest.member
    }
}
