import FiniteFields

/// The forms that hold public outputs, solved for the outputs as far as they can be.
///
/// Where outputs were exchanged for private wires (`OutputElimination`), several unknown outputs stand in several
/// equations, and none of them says anything by itself. A sum of multiples of forms is a form again: Gaussian
/// elimination with literals as pivots finds those that hold a single output, or none.
struct OutputEquations<F: PrimeField> {
    /// A sum of multiples of forms, by form in ascending order.
    typealias Sum = [(form: Int, factor: F)]

    private struct Pivot {
        let output: UInt32
        /// The outputs that are left, the pivot's with coefficient 1, no other pivot's.
        var outputs: [UInt32: F]
        var factors: [Int: F]
    }

    private let outputs: Range<UInt32>
    private var pivots: [Pivot] = []
    private var pivotOfOutput: [UInt32: Int] = [:]
    /// Pivots with more than one output.
    private var open: Set<Int> = []
    private var dependent: [Sum] = []

    /// Beyond so many pivots with several outputs no more are looked at, which keeps the time linear in the terms.
    private static var openLimit: Int { 256 }

    init(_ forms: AuditForms<F>, outputCount: Int) {
        outputs = 1..<UInt32(1 + outputCount)
        guard outputCount > 0 else { return }
        for form in 0..<forms.count {
            var row: [UInt32: F] = [:]
            // Members are in the order of atoms, outputs stand behind the constant.
            for member in forms.members(of: form) {
                let atom = UInt32(forms.atom(member))
                if atom >= outputs.upperBound { break }
                if atom > 0 { row[atom] = forms.coefficient(member) }
            }
            if !row.isEmpty { append(row, form: form) }
        }
    }

    /// Sums of at least two forms that hold fewer outputs than their forms: first those without any.
    var sums: [Sum] {
        dependent + pivots.map { Self.sorted($0.factors) }.filter { $0.count > 1 }
    }

    /// Returns what has to be added to a combination so that it loses all outputs that are solved for; nil if there
    /// is none.
    func correction(of combination: LinearCombination<F>) -> Sum? {
        var row: [UInt32: F] = [:]
        for term in combination.terms where outputs.contains(term.wire.index) {
            row[term.wire.index] = term.coefficient
        }
        var factors: [Int: F] = [:]
        reduce(&row, &factors)
        return factors.isEmpty ? nil : Self.sorted(factors)
    }

    private mutating func append(_ form: [UInt32: F], form index: Int) {
        var row = form
        var factors = [index: F.one]
        reduce(&row, &factors)
        guard let output = row.keys.min() else {
            if factors.count > 1 { dependent.append(Self.sorted(factors)) }
            return
        }
        guard open.count < Self.openLimit else { return }
        let inverse = row[output]!.inverse()!
        row = row.mapValues { inverse * $0 }
        factors = factors.mapValues { inverse * $0 }
        for pivot in open {
            guard let factor = pivots[pivot].outputs[output] else { continue }
            Self.add(row, times: -factor, to: &pivots[pivot].outputs)
            Self.add(factors, times: -factor, to: &pivots[pivot].factors)
            if pivots[pivot].outputs.count == 1 { open.remove(pivot) }
        }
        if row.count > 1 { open.insert(pivots.count) }
        pivotOfOutput[output] = pivots.count
        pivots.append(Pivot(output: output, outputs: row, factors: factors))
    }

    /// Takes the pivots' outputs out of a row, and notes what was added.
    private func reduce(_ row: inout [UInt32: F], _ factors: inout [Int: F]) {
        for output in row.keys.sorted() {
            guard let pivot = pivotOfOutput[output], let factor = row[output] else { continue }
            Self.add(pivots[pivot].outputs, times: -factor, to: &row)
            Self.add(pivots[pivot].factors, times: -factor, to: &factors)
        }
    }

    private static func add<Key: Hashable>(_ row: [Key: F], times factor: F, to sum: inout [Key: F]) {
        for (key, value) in row {
            let total = (sum[key] ?? .zero) + factor * value
            sum[key] = total.isZero ? nil : total
        }
    }

    private static func sorted(_ factors: [Int: F]) -> Sum {
        factors.sorted { $0.key < $1.key }.map { (form: $0.key, factor: $0.value) }
    }
}
