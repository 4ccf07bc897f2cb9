import ConstraintSystem
import EllipticCurves
import FiniteFields
import Polynomials

/// u_i(τ), v_i(τ) and w_i(τ) for every wire i: the columns of A, B and C, interpolated on the domain.
///
/// As secret as τ.
struct QAPColumns<F: PrimeField>: ~Copyable {
    private(set) var u: SecretBuffer<F>
    private(set) var v: SecretBuffer<F>
    private(set) var w: SecretBuffer<F>

    /// - Precondition: every wire that a constraint names is below `wireCount`.
    init(_ system: RankOneConstraintSystem<F>, on domain: EvaluationDomain<F>, at tau: F) {
        u = SecretBuffer(repeating: .zero, count: system.wireCount)
        v = SecretBuffer(repeating: .zero, count: system.wireCount)
        w = SecretBuffer(repeating: .zero, count: system.wireCount)
        var lagrange = SecretBuffer<F>(repeating: .zero, count: domain.size)
        lagrange.withUnsafeMutableBufferPointer { domain.writeLagrangeCoefficients(at: tau, to: $0) }
        lagrange.withUnsafeBufferPointer { lagrange in
            u.withUnsafeMutableBufferPointer { accumulate(system.constraints, \.a, lagrange, into: $0) }
            v.withUnsafeMutableBufferPointer { accumulate(system.constraints, \.b, lagrange, into: $0) }
            w.withUnsafeMutableBufferPointer { accumulate(system.constraints, \.c, lagrange, into: $0) }
        }
        // Rows m … m + ℓ: A = wire s.
        for wire in 0...system.publicCount { u[wire] += lagrange[system.constraints.count + wire] }
    }

    /// Returns (β u_i + α v_i + w_i) / `divisor` for each wire i of a range.
    func combined(_ trapdoor: borrowing Trapdoor<F>, wires: Range<Int>, dividedBy divisor: F) -> SecretBuffer<
        F
    > {
        guard let inverse = divisor.inverse() else { preconditionFailure("a trapdoor has no zero") }
        let (alpha, beta) = (trapdoor.alpha * inverse, trapdoor.beta * inverse)
        var result = SecretBuffer<F>(repeating: .zero, count: wires.count)
        result.withUnsafeMutableBufferPointer { result in
            u.withUnsafeBufferPointer { add($0[wires], times: beta, to: result) }
            v.withUnsafeBufferPointer { add($0[wires], times: alpha, to: result) }
            w.withUnsafeBufferPointer { add($0[wires], times: inverse, to: result) }
        }
        return result
    }
}

@specialized(where F == BN254Fields.Scalar)
@specialized(where F == BLS12381Fields.Scalar)
private func add<F: PrimeField>(
    _ summands: Slice<UnsafeBufferPointer<F>>, times factor: F, to sums: UnsafeMutableBufferPointer<F>
) {
    for (index, summand) in zip(sums.indices, summands) { sums[index] += factor * summand }
}

/// Adds coefficient · L_row to the wire of each term of one matrix.
@specialized(where F == BN254Fields.Scalar)
@specialized(where F == BLS12381Fields.Scalar)
private func accumulate<F: PrimeField>(
    _ constraints: [Constraint<F>], _ matrix: KeyPath<Constraint<F>, LinearCombination<F>>,
    _ lagrange: UnsafeBufferPointer<F>, into columns: UnsafeMutableBufferPointer<F>
) {
    for (row, constraint) in constraints.enumerated() {
        for term in constraint[keyPath: matrix].terms {
            columns[Int(term.wire.index)] += term.coefficient * lagrange[row]
        }
    }
}

/// Returns L_(2i+1)(τ) / `divisor` for the odd points of a domain.
@specialized(where F == BN254Fields.Scalar)
@specialized(where F == BLS12381Fields.Scalar)
func oddLagrangeCoefficients<F: PrimeField>(
    _ domain: EvaluationDomain<F>, at tau: F, dividedBy divisor: F
) -> SecretBuffer<F> {
    guard let inverse = divisor.inverse() else { preconditionFailure("a trapdoor has no zero") }
    var lagrange = SecretBuffer<F>(repeating: .zero, count: domain.size)
    lagrange.withUnsafeMutableBufferPointer { domain.writeLagrangeCoefficients(at: tau, to: $0) }
    var result = SecretBuffer<F>(repeating: .zero, count: domain.size / 2)
    for index in 0..<result.count { result[index] = lagrange[2 * index + 1] * inverse }
    return result
}

extension FixedBaseTable {
    /// Returns scalar · base for each secret scalar.
    ///
    /// - Parameter progress: called now and then with the number of those that are done.
    func multiply(
        _ scalars: borrowing SecretBuffer<Curve.ScalarField>, progress: (Int) -> Void
    ) -> [AffinePoint<Curve>] {
        scalars.withUnsafeBufferPointer { multiply($0, progress: progress) }
    }
}

extension RankOneConstraintSystem {
    /// Whether every wire that a constraint names exists, and the constant and public wires do.
    var hasAllWires: Bool {
        publicCount < wireCount && wires(of: constraints, areBelow: wireCount)
    }
}

@specialized(where F == BN254Fields.Scalar)
@specialized(where F == BLS12381Fields.Scalar)
private func wires<F: PrimeField>(of constraints: [Constraint<F>], areBelow count: Int) -> Bool {
    // Terms are in the order of wires.
    func isBelow(_ combination: LinearCombination<F>) -> Bool {
        combination.terms.last.map { $0.wire.index < count } ?? true
    }
    return constraints.allSatisfy { isBelow($0.a) && isBelow($0.b) && isBelow($0.c) }
}
