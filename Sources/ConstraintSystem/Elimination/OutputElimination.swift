import FiniteFields

/// Takes private wires out of a system in exchange for the linear constraints that bind its public outputs.
///
/// A constraint `output = Σ κ_i w_i` with a private wire w_p, κ_p ≠ 0, says `w_p = (output − Σ_(i≠p) κ_i w_i) / κ_p`.
/// Whatever holds w_p may hold that combination in its place; then neither the wire nor the constraint is needed.
/// With k outputs this is Gaussian elimination on the coefficients of private wires, all of them literals: as many
/// constraints and wires go as the rank, an output that depends on no wire that may go keeps its constraint.
///
/// Soundness and completeness: leaving out the removed wires is a bijection from the solutions before to the
/// solutions after, because each removed wire is a fixed combination of wires that stay, and nothing else of a
/// solution changes. What was unique before is so after, and every honest witness stays one.
///
/// Each place of a removed wire becomes as long as its equation. An output keeps its constraint if that would make
/// the matrices more than twice as full, and by more than 2^17 terms.
///
/// The choice follows from the constraints alone, so that circuits that were equal before are equal after.
struct OutputElimination<F: PrimeField> {
    typealias Term = LinearCombination<F>.Term

    /// A wire that goes.
    private struct Pivot {
        let wire: Wire
        /// Of the constraint that goes with it.
        let constraint: Int
        /// 0 in every solution, with 1 as the wire's coefficient; holds no other pivot.
        var equation: LinearCombination<F>
    }

    private let places: [Int32]
    private let equationCounts: [Int32]
    private var pivots: [Pivot] = []

    /// So many terms more are nobody's concern: a few milliseconds of a proof.
    private static var freeTermCount: Int { 1 << 17 }

    /// - Parameter isRemovable: by wire; never an instance wire, nor one that the statement gives.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    init(_ system: RankOneConstraintSystem<F>, isRemovable: [Bool]) {
        let equations = system.outputEquations
        (places, equationCounts) = Self.counts(system, equations)
        // Matrices may become twice as full, small ones fuller.
        var budget = max(system.termCount, Self.freeTermCount)
        // Short ones first: what they are put into then grows little.
        for (constraint, equation) in equations.sorted(by: {
            ($0.1.terms.count, $0.0) < ($1.1.terms.count, $1.0)
        }) {
            let reduced = reduced(equation)
            guard let term = cheapest(of: reduced, isRemovable) else { continue }
            let before = pivots
            append(term, of: reduced, constraint: constraint)
            if addedTermCount > budget { pivots = before } else { budget += equation.terms.count }
        }
    }

    /// The wires that go, ascending.
    var wires: [Wire] { pivots.map(\.wire).sorted() }

    /// The constraints that go, ascending.
    var constraints: [Int] { pivots.map(\.constraint).sorted() }
}

// MARK: - Choosing

extension OutputElimination {
    /// The wire that brings the fewest new terms: one of few places and of few other equations, the first of equals.
    private func cheapest(of equation: LinearCombination<F>, _ isRemovable: [Bool]) -> Term? {
        func cost(_ term: Term) -> Int32 {
            places[Int(term.wire.index)] + equationCounts[Int(term.wire.index)]
        }
        return equation.terms.lazy.filter { isRemovable[Int($0.wire.index)] }
            .min { (cost($0), $0.wire.index) < (cost($1), $1.wire.index) }
    }

    /// Returns the equation without the pivots so far.
    private func reduced(_ equation: LinearCombination<F>) -> LinearCombination<F> {
        .sum(
            of: [(.one, equation)]
                + pivots.compactMap { pivot in
                    equation.coefficient(of: pivot.wire).map { (-$0, pivot.equation) }
                })
    }

    private mutating func append(_ term: Term, of equation: LinearCombination<F>, constraint: Int) {
        let normal = term.coefficient.inverse()! * equation
        for index in pivots.indices {
            guard let coefficient = pivots[index].equation.coefficient(of: term.wire) else { continue }
            pivots[index].equation -= coefficient * normal
        }
        pivots.append(Pivot(wire: term.wire, constraint: constraint, equation: normal))
    }

    /// A bound of the terms that putting the pivots' equations in their places adds.
    private var addedTermCount: Int {
        pivots.reduce(0) { $0 + Int(places[Int($1.wire.index)]) * max(0, $1.equation.terms.count - 2) }
    }

    /// For each wire, in how many combinations of other constraints and in how many equations it is.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    private static func counts(
        _ system: RankOneConstraintSystem<F>, _ equations: [(Int, LinearCombination<F>)]
    ) -> (places: [Int32], equations: [Int32]) {
        var places = [Int32](repeating: 0, count: system.wireCount)
        var counts = places
        func count(_ combination: LinearCombination<F>, by step: Int32) {
            for term in combination.terms { places[Int(term.wire.index)] += step }
        }
        guard !equations.isEmpty else { return (places, counts) }
        for constraint in system.constraints {
            for combination in [constraint.a, constraint.b, constraint.c] { count(combination, by: 1) }
        }
        for (index, equation) in equations {
            let constraint = system.constraints[index]
            for combination in [constraint.a, constraint.b, constraint.c] { count(combination, by: -1) }
            for term in equation.terms { counts[Int(term.wire.index)] += 1 }
        }
        return (places, counts)
    }
}

// MARK: - Substituting

extension OutputElimination {
    /// Returns the system without the wires and constraints that go, the others in their order.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    func applied(to system: RankOneConstraintSystem<F>) -> RankOneConstraintSystem<F> {
        var pivotOfWire = [Int32](repeating: -1, count: system.wireCount)
        for (index, pivot) in pivots.enumerated() { pivotOfWire[Int(pivot.wire.index)] = Int32(index) }
        let numbers = WireRenumbering(removing: wires, of: system.wireCount)
        func substituted(_ combination: LinearCombination<F>) -> LinearCombination<F> {
            var summands: [(F, LinearCombination<F>)] = []
            for term in combination.terms where pivotOfWire[Int(term.wire.index)] >= 0 {
                summands.append((-term.coefficient, pivots[Int(pivotOfWire[Int(term.wire.index)])].equation))
            }
            let sum = summands.isEmpty ? combination : .sum(of: [(.one, combination)] + summands)
            return numbers.renumbered(sum)
        }
        let isRemoved = Set(constraints)
        return RankOneConstraintSystem(
            publicOutputCount: system.publicOutputCount, publicInputCount: system.publicInputCount,
            wireCount: system.wireCount - pivots.count,
            constraints: system.constraints.enumerated().filter { !isRemoved.contains($0.offset) }
                .map { Constraint(substituted($1.a), substituted($1.b), substituted($1.c)) })
    }
}

extension RankOneConstraintSystem {
    /// The linear constraints that hold an output, as combinations that are 0.
    fileprivate var outputEquations: [(Int, LinearCombination<F>)] {
        let outputs = UInt32(1)..<UInt32(1 + publicOutputCount)
        func holdsOutput(_ combination: LinearCombination<F>) -> Bool {
            // Terms are in the order of wires, outputs stand behind the constant.
            combination.terms.prefix(2).contains { outputs.contains($0.wire.index) }
        }
        return constraints.enumerated().compactMap { index, constraint in
            guard holdsOutput(constraint.a) || holdsOutput(constraint.b) || holdsOutput(constraint.c) else {
                return nil
            }
            if let factor = constraint.a.constantValue {
                return (index, factor * constraint.b - constraint.c)
            }
            if let factor = constraint.b.constantValue {
                return (index, factor * constraint.a - constraint.c)
            }
            return nil
        }
    }

    fileprivate var termCount: Int {
        constraints.reduce(0) { $0 + $1.a.terms.count + $1.b.terms.count + $1.c.terms.count }
    }
}
