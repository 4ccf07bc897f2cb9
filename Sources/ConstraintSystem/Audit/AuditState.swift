import FiniteFields

/// What the audit has proved so far, and the forms that may prove more.
///
/// Two statements are kept for each atom. *Known*: any two witnesses that agree on the base agree on it.
/// *Range*: in every witness its value lies in the arc. *Witness* means one that the verifier may accept: it
/// satisfies the constraints, and its outputs lie in the ranges that the verifier checks. Every rule keeps
/// both statements true, so that it does not matter in which order they come.
struct AuditState<F: PrimeField> {
    let forms: AuditForms<F>
    let field: FieldExtents<F>
    /// The constraint without which everything is to be proved; −1 for none.
    let removed: Int

    /// Why each atom is known; nil while it is not.
    private(set) var reasons: [Reason?]
    private(set) var ranges: [Arc<F>?]

    /// Members of each form that are not known, that have no range, and both.
    private(set) var unknownCounts: [Int32]
    private(set) var unrangedCounts: [Int32]
    private(set) var openCounts: [Int32]
    /// Guards of each form that are not known.
    private(set) var guardCounts: [Int32]
    /// How often each form has handed on ranges.
    var rangePasses: [UInt8]

    private var queue: [UInt32] = []
    private var isQueued: [Bool]

    enum Reason: Hashable {
        case given
        case rule(AuditRule)
    }

    /// Hands on ranges at most this often, which keeps the time linear.
    static var greatestRangePasses: UInt8 { 4 }

    init(_ forms: AuditForms<F>, removing constraint: Int? = nil) {
        self.forms = forms
        field = forms.field
        removed = constraint ?? -1
        reasons = Array(repeating: nil, count: forms.atomCount)
        ranges = Array(repeating: nil, count: forms.atomCount)
        unknownCounts = (0..<forms.count).map { Int32(forms.members(of: $0).count) }
        unrangedCounts = unknownCounts
        openCounts = unknownCounts
        guardCounts = (0..<forms.count).map { Int32(forms.guardCount(of: $0)) }
        rangePasses = Array(repeating: 0, count: forms.count)
        isQueued = Array(repeating: false, count: forms.count)
    }

    /// Proves what the rules can prove from these wires, the constant 1, and the ranges of the first outputs
    /// that the verifier checks.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    mutating func run(given: [Wire], outputRanges: [ClosedRange<Int128>]) {
        bound(0, to: Arc(low: .one, high: .one, width: .zero))
        for wire in given { know(Int(wire.index), because: .given) }
        for (output, range) in outputRanges.enumerated() {
            if let arc = Arc(range, field) { bound(1 + output, to: arc) }
        }
        for (atom, constraint) in forms.booleans where constraint != removed {
            bound(Int(atom), to: .bit)
        }
        for form in 0..<forms.count { touch(form) }
        drain()
        while distinguishArgmaxGroups() {}
    }

    private mutating func drain() {
        while let form = queue.popLast() {
            isQueued[Int(form)] = false
            visit(Int(form))
        }
    }

    /// Goes through all groups, and returns whether one of them follows because it chooses a first largest
    /// value.
    private mutating func distinguishArgmaxGroups() -> Bool {
        var isChanged = false
        for index in forms.groups.indices where distinguishArgmax(index) {
            for atom in forms.groups[index].atoms { know(Int(atom), because: .rule(.argmax)) }
            drain()
            isChanged = true
        }
        return isChanged
    }
}

// MARK: - Facts

extension AuditState {
    @inline(__always)
    func isKnown(_ atom: Int) -> Bool { reasons[atom] != nil }

    /// Notes that an atom is known.
    mutating func know(_ atom: Int, because reason: Reason) {
        guard reasons[atom] == nil else { return }
        reasons[atom] = reason
        let isOpen = ranges[atom] == nil
        for index in forms.incidences(of: atom) {
            let (form, isGuard) = forms.incidence(index)
            if isGuard {
                guardCounts[form] -= 1
            } else {
                unknownCounts[form] -= 1
                if isOpen { openCounts[form] -= 1 }
            }
            touch(form)
        }
        if let pair = forms.pair(of: atom) { relate(pair) }
    }

    /// Notes that an atom lies in an arc, and in what that has in common with the arc that is known.
    mutating func bound(_ atom: Int, to bound: Arc<F>) {
        var arc = bound
        if let range = ranges[atom] {
            arc = range.intersection(with: bound, field)
            guard arc.width < range.width else { return }
        }
        let isFirst = ranges[atom] == nil
        ranges[atom] = arc
        let isUnknown = reasons[atom] == nil
        for index in forms.incidences(of: atom) {
            let (form, isGuard) = forms.incidence(index)
            if isGuard { continue }
            if isFirst {
                unrangedCounts[form] -= 1
                if isUnknown { openCounts[form] -= 1 }
            }
            touch(form)
        }
        if arc.width == .zero { know(atom, because: atom == 0 ? .given : .rule(.constant)) }
        if let pair = forms.pair(of: atom) { relate(pair) }
    }
}

// MARK: - Work

extension AuditState {
    @inline(__always)
    func isUsed(_ form: Int) -> Bool { !forms.isOwned(form, by: removed) }

    @inline(__always)
    private func mayDetermine(_ form: Int) -> Bool {
        guard guardCounts[form] == 0, unknownCounts[form] > 0 else { return false }
        return unknownCounts[form] == 1 || (openCounts[form] == 0 && unknownCounts[form] <= greatestDigits)
    }

    @inline(__always)
    private func mayBound(_ form: Int) -> Bool {
        unrangedCounts[form] <= 1 && forms.guardCount(of: form) == 0
            && rangePasses[form] < Self.greatestRangePasses
    }

    private mutating func touch(_ form: Int) {
        guard !isQueued[form], mayDetermine(form) || mayBound(form), isUsed(form) else { return }
        isQueued[form] = true
        queue.append(UInt32(form))
    }

    private mutating func visit(_ form: Int) {
        if mayBound(form) { handOnRanges(form) }
        guard mayDetermine(form) else { return }
        if unknownCounts[form] == 1 {
            let member = forms.members(of: form).first { !isKnown(forms.atom($0)) }!
            let rule: AuditRule =
                forms.isSum[form] ? .sum : forms.guardCount(of: form) == 0 ? .linear : .product
            return know(forms.atom(member), because: isOfMagnitude(form) ? .rule(.magnitude) : .rule(rule))
        }
        let unknown = forms.members(of: form).filter { !isKnown(forms.atom($0)) }
        if areDigits(unknown) {
            let reason = Reason.rule(isOfMagnitude(form) ? .magnitude : .digits)
            for member in unknown { know(forms.atom(member), because: reason) }
        } else if distinguishOneHot(unknown) {
            for member in unknown { know(forms.atom(member), because: .rule(.oneHot)) }
        }
    }

    /// Whether a form says what a magnitude consists of.
    private func isOfMagnitude(_ form: Int) -> Bool {
        guard let last = forms.members(of: form).last else { return false }
        let atom = forms.atom(last)
        return forms.pair(of: atom) != nil && reasons[atom] == .rule(.magnitude)
    }

    /// p² = q²: if p is not negative and bounded by R with 2R < p, q fixes it, and lies in −R ... R.
    private mutating func relate(_ pair: Int) {
        guard forms.pairs[pair].constraint != removed else { return }
        let (p, q) = (Int(forms.pairs[pair].atoms.0), Int(forms.pairs[pair].atoms.1))
        for (magnitude, value) in [(p, q), (q, p)] {
            guard let bound = ranges[magnitude]?.oneSidedBound(field) else { continue }
            self.bound(
                value,
                to: Arc(low: -bound.element, high: bound.element, width: bound.integer + bound.integer))
            if isKnown(value) { know(magnitude, because: .rule(.magnitude)) }
        }
    }
}
