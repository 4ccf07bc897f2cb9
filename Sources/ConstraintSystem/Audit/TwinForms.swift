import FiniteFields

/// Finds forms that agree with a combination in all wires that are not booleans, up to a factor.
///
/// A range check of `2c − a − b` says that this combination equals a sum of bits. Nothing of the kind can
/// be said of the wires c, a and b, so it has to be found as a whole.
struct TwinForms<F: PrimeField> {
    private var forms: [[UInt32]: [Int]] = [:]
    /// More forms of the same wires are not tried: keeps the time linear.
    private static var limit: Int { 4 }

    /// Takes all forms without guards that hold a boolean and something else.
    init(_ forms: AuditForms<F>) {
        for form in 0..<forms.count where forms.guardCount(of: form) == 0 {
            let members = forms.members(of: form)
            let wires = members.map { UInt32(forms.atom($0)) }.filter { forms.isOther($0) }
            let fixed = forms.atom(members.lowerBound) == 0 ? 1 : 0
            guard !wires.isEmpty, wires.count + fixed < members.count else { continue }
            if self.forms[wires, default: []].count < Self.limit {
                self.forms[wires, default: []].append(form)
            }
        }
    }

    /// The forms, and the factor that each has to be multiplied with to have the combination's coefficients.
    func forms(
        like combination: LinearCombination<F>, _ forms: AuditForms<F>
    ) -> [(form: Int, factor: F)] {
        let terms = combination.terms.filter { forms.isOther($0.wire.index) }
        guard let first = terms.first, let candidates = self.forms[terms.map(\.wire.index)] else { return [] }
        return candidates.compactMap { form in
            let members = forms.members(of: form).filter { forms.isOther(UInt32(forms.atom($0))) }
            let leading = forms.coefficient(members[0])
            let isTwin = zip(members, terms).allSatisfy { member, term in
                forms.coefficient(member) * first.coefficient == term.coefficient * leading
            }
            return isTwin ? (form, first.coefficient * leading.inverse()!) : nil
        }
    }
}

extension AuditForms {
    /// Whether an atom is neither the constant nor a boolean; virtual ones are booleans here, because pairs
    /// come later.
    fileprivate func isOther(_ atom: UInt32) -> Bool {
        atom != 0 && Int(atom) < wireCount && !isBooleanWire[Int(atom)]
    }
}
