import FiniteFields

/// A constraint system as the audit sees it: linear equations between *atoms*.
///
/// An atom is a wire, or a *virtual* one: a name for a linear combination about which a constraint says
/// something that no single wire says. `Σ coefficient · atom = 0` is a *form*; a form may have *guards*, and
/// then says only that the sum has one value as soon as all guards have theirs (the factors of a product).
/// Everything here follows from the constraints, each form from those that own it; sums of multiples of forms are
/// forms, with the guards and owners of all of them.
struct AuditForms<F: PrimeField>: Sendable {
    /// Two atoms with p² = q², because a constraint says (p − q)(p + q) = 0.
    struct Pair: Sendable {
        let atoms: (UInt32, UInt32)
        let constraint: Int
    }

    /// A form without guards that says: these atoms, if they are booleans, have the sum 1.
    struct Group: Sendable {
        let form: Int
        let atoms: [UInt32]
    }

    /// A product `atom · value = Σ`, where the sum is what a form with guards has.
    struct Selection: Sendable {
        let atom: UInt32
        let value: LinearCombination<F>
        let form: Int
    }

    let wireCount: Int
    let outputs: Range<UInt32>
    private(set) var atomCount: Int

    private var starts = [0]
    private var atoms: [UInt32] = []
    private var coefficients: [F] = []
    private var guardStarts = [0]
    private var guards: [UInt32] = []
    private var ownerStarts = [0]
    private var owners: [Int32] = []
    /// Whether a form is a sum of several.
    private(set) var isSum: [Bool] = []
    /// The forms that say `a · b = Σ`, each of its own constraint.
    private(set) var products: [(form: Int, constraint: Int)] = []
    /// Virtual atoms that stand for a factor with an output in it.
    var factors: [(atom: UInt32, combination: LinearCombination<F>, constraint: Int)] = []
    /// Which combination a virtual atom stands for: the form that defines it.
    private(set) var pairs: [Pair] = []
    /// Atoms that are 0 or 1, and the constraint that says so.
    private(set) var booleans: [(atom: UInt32, constraint: Int)] = []
    private(set) var groups: [Group] = []
    private(set) var groupsOfAtom: [UInt32: [Int]] = [:]
    /// Products with an atom of a group, by that atom.
    private(set) var selections: [UInt32: [Selection]] = [:]
    /// The pair of a virtual atom, −1 for none.
    private var pairOfVirtual: [Int32] = []

    private var incidenceStarts: [Int] = []
    private var incidences: [UInt32] = []

    /// Whether a wire is 0 or 1 by a constraint of its own: decides how combinations are scaled and paired,
    /// never whether something follows.
    private(set) var isBooleanWire: [Bool]
    private var virtualBooleans: Set<UInt32> = []

    let field = FieldExtents<F>()

    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    init(_ system: RankOneConstraintSystem<F>) {
        wireCount = system.wireCount
        atomCount = system.wireCount
        isBooleanWire = [Bool](repeating: false, count: system.wireCount)
        outputs = 1..<UInt32(1 + system.publicOutputCount)
        let pairCandidates = appendForms(of: system.constraints)
        let equations = OutputEquations(self, outputCount: system.publicOutputCount)
        appendSums(of: equations)
        appendFactors(equations)
        appendPairs(of: system.constraints, at: pairCandidates, equations)
        indexGroups()
        indexSelections(of: system.constraints)
        indexIncidences()
    }
}

// MARK: - Reading

extension AuditForms {
    var count: Int { isSum.count }

    @inline(__always)
    func members(of form: Int) -> Range<Int> { starts[form]..<starts[form + 1] }

    @inline(__always)
    func atom(_ member: Int) -> Int { Int(atoms[member]) }

    @inline(__always)
    func coefficient(_ member: Int) -> F { coefficients[member] }

    @inline(__always)
    func guardCount(of form: Int) -> Int { guardStarts[form + 1] - guardStarts[form] }

    @inline(__always)
    func guards(of form: Int) -> ArraySlice<UInt32> { guards[guardStarts[form]..<guardStarts[form + 1]] }

    @inline(__always)
    func isOwned(_ form: Int, by constraint: Int) -> Bool {
        for index in ownerStarts[form]..<ownerStarts[form + 1] where Int(owners[index]) == constraint {
            return true
        }
        return false
    }

    /// The constraints from which a form follows.
    func owners(of form: Int) -> [Int] { owners[ownerStarts[form]..<ownerStarts[form + 1]].map(Int.init) }

    /// Whether an atom is 0 or 1 by a constraint of its own.
    func isBoolean(_ atom: UInt32) -> Bool {
        Int(atom) < wireCount ? isBooleanWire[Int(atom)] : virtualBooleans.contains(atom)
    }

    /// The forms of an atom, each doubled, plus 1 where the atom is a guard.
    @inline(__always)
    func incidences(of atom: Int) -> Range<Int> { incidenceStarts[atom]..<incidenceStarts[atom + 1] }

    @inline(__always)
    func incidence(_ index: Int) -> (form: Int, isGuard: Bool) {
        (Int(incidences[index] >> 1), incidences[index] & 1 == 1)
    }

    @inline(__always)
    func pair(of atom: Int) -> Int? {
        guard atom >= wireCount, pairOfVirtual[atom - wireCount] >= 0 else { return nil }
        return Int(pairOfVirtual[atom - wireCount])
    }
}

// MARK: - Making

extension AuditForms {
    typealias Terms = ArraySlice<LinearCombination<F>.Term>

    mutating func makeVirtualAtom() -> UInt32 {
        atomCount += 1
        pairOfVirtual.append(-1)
        return UInt32(atomCount - 1)
    }

    mutating func appendBoolean(_ atom: UInt32, constraint: Int) {
        booleans.append((atom, constraint))
        if Int(atom) < wireCount { isBooleanWire[Int(atom)] = true } else { virtualBooleans.insert(atom) }
    }

    /// Appends `combination + Σ coefficient · virtual = 0`.
    mutating func appendForm(
        _ combination: some Sequence<LinearCombination<F>.Term>, constant: F = .zero,
        virtual: (atom: UInt32, coefficient: F)? = nil, guards formGuards: [UInt32] = [],
        owners formOwners: [Int],
        isSum: Bool = false
    ) {
        if !constant.isZero {
            atoms.append(0)
            coefficients.append(constant)
        }
        for term in combination {
            atoms.append(term.wire.index)
            coefficients.append(term.coefficient)
        }
        if let virtual {
            atoms.append(virtual.atom)
            coefficients.append(virtual.coefficient)
        }
        starts.append(atoms.count)
        guards += formGuards
        guardStarts.append(guards.count)
        owners += formOwners.map(Int32.init)
        ownerStarts.append(owners.count)
        self.isSum.append(isSum)
    }

    /// Appends `c = a · b`: c has one value once a and b have theirs.
    ///
    /// A factor with an output in it may be known while the output is not, and has an atom of its own.
    mutating func appendProduct(_ constraint: Constraint<F>, index: Int) {
        var formGuards: [UInt32] = []
        for factor in [constraint.a, constraint.b] {
            if factor.terms.prefix(2).contains(where: { outputs.contains($0.wire.index) }) {
                let atom = makeVirtualAtom()
                factors.append((atom, factor, index))
                formGuards.append(atom)
            } else {
                formGuards += factor.terms.map(\.wire.index)
            }
        }
        products.append((count, index))
        appendForm(constraint.c.terms, guards: formGuards, owners: [index])
    }

    mutating func appendPair(_ p: UInt32, _ q: UInt32, constraint: Int) {
        pairOfVirtual[Int(p) - wireCount] = Int32(pairs.count)
        pairOfVirtual[Int(q) - wireCount] = Int32(pairs.count)
        pairs.append(Pair(atoms: (p, q), constraint: constraint))
    }

    /// Finds the forms that say `κ Σ atom = κ`.
    private mutating func indexGroups() {
        for form in 0..<count where guardCount(of: form) == 0 {
            let members = members(of: form)
            guard members.count >= 3, atom(members.lowerBound) == 0 else { continue }
            let factor = -coefficient(members.lowerBound)
            let rest = members.dropFirst()
            guard rest.allSatisfy({ coefficient($0) == factor }) else { continue }
            for member in rest { groupsOfAtom[atoms[member], default: []].append(groups.count) }
            groups.append(Group(form: form, atoms: Array(atoms[rest.startIndex..<rest.endIndex])))
        }
    }

    /// Finds the products in which one factor is a multiple of an atom of a group.
    private mutating func indexSelections(of constraints: [Constraint<F>]) {
        guard !groups.isEmpty else { return }
        for (form, index) in products {
            let constraint = constraints[index]
            for (factor, value) in [(constraint.a, constraint.b), (constraint.b, constraint.a)] {
                guard factor.terms.count == 1, let term = factor.terms.first,
                    groupsOfAtom[term.wire.index] != nil
                else { continue }
                selections[term.wire.index, default: []].append(
                    Selection(atom: term.wire.index, value: term.coefficient * value, form: form))
            }
        }
    }

    private mutating func indexIncidences() {
        precondition(count < 1 << 30, "a form's number has 30 bits")
        var counts = [Int](repeating: 0, count: atomCount + 1)
        for atom in atoms { counts[Int(atom) + 1] += 1 }
        for atom in guards { counts[Int(atom) + 1] += 1 }
        for atom in 0..<atomCount { counts[atom + 1] += counts[atom] }
        incidenceStarts = counts
        incidences = [UInt32](repeating: 0, count: atoms.count + guards.count)
        for form in 0..<count {
            for member in members(of: form) {
                incidences[counts[Int(atoms[member])]] = UInt32(form) << 1
                counts[Int(atoms[member])] += 1
            }
            for atom in guards(of: form) {
                incidences[counts[Int(atom)]] = UInt32(form) << 1 | 1
                counts[Int(atom)] += 1
            }
        }
    }
}
