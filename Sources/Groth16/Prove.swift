public import ConstraintSystem
public import EllipticCurves
import FiniteFields

/// Returns a proof that somebody knows a witness that satisfies the constraints and has its public wires.
///
/// Groth 2016, section 3.2, with random r and s:
/// A = α + Σ a_i u_i(τ) + rδ, B = β + Σ a_i v_i(τ) + sδ,
/// C = Σ_private a_i (β u_i(τ) + α v_i(τ) + w_i(τ)) / δ + h(τ) t(τ) / δ + As + rB − rsδ.
/// The cost is four multi-scalar multiplications over the wires, of which one is in G2, one over the domain,
/// and six transforms.
///
/// The key may come from somebody who must not learn the witness. A proof is therefore verified before it
/// is returned: A and B are blinded by δ, and the equation leaves one C for them, so that a proof that
/// verifies tells nothing, whatever the key. Nor may A, B or C leave the groups: what a key's points have
/// outside them, δ does not blind, and the equation need not show it.
///
/// - Parameter generator: must be unpredictable, or the proof shows something of the witness; the system's
///   where none is named.
/// - Throws: `ProvingError` if a constraint does not hold, sizes differ, the key is not the one of these
///   constraints, or a point of a mapped key is not on the curve.
public func prove<Curve: PairingCurve>(
    _ witness: borrowing Witness<Curve.ScalarField>, of matrices: ConstraintMatrices<Curve.ScalarField>,
    with key: ProvingKey<Curve>, using generator: inout some RandomNumberGenerator
) throws(ProvingError) -> Proof<Curve> {
    let rows = try RowValues(witness, matrices.a, matrices.b, key)
    try rows.check(equalProductsWith: matrices.c, witness)
    try key.requireValidPoints()
    let proof = assemble(witness, key, h: rows.quotientValues(), using: &generator)
    guard holds(proof, of: witness, key) else { throw .keyDoesNotFit }
    return proof
}

/// Returns a proof with random numbers from the system's generator.
public func prove<Curve: PairingCurve>(
    _ witness: borrowing Witness<Curve.ScalarField>, of matrices: ConstraintMatrices<Curve.ScalarField>,
    with key: ProvingKey<Curve>
) throws(ProvingError) -> Proof<Curve> {
    var generator = SystemRandomNumberGenerator()
    return try prove(witness, of: matrices, with: key, using: &generator)
}

/// Returns a proof from A and B alone, which is all that a .zkey file knows of a circuit.
///
/// Without C, a witness that violates a constraint looks like a key of another circuit: what comes out does not verify,
/// and is thrown away, as above.
///
/// - Throws: `ProvingError`; `nothingProved` where the proof does not verify.
package func prove<Curve: PairingCurve>(
    _ witness: borrowing Witness<Curve.ScalarField>, a: SparseMatrix<Curve.ScalarField>,
    b: SparseMatrix<Curve.ScalarField>, with key: ProvingKey<Curve>,
    using generator: inout some RandomNumberGenerator
) throws(ProvingError) -> Proof<Curve> {
    let proof = try uncheckedProve(witness, a: a, b: b, with: key, using: &generator)
    guard holds(proof, of: witness, key) else { throw .nothingProved }
    return proof
}

/// The same from the values of the rows of A and B on the domain, those of public wires included.
package func prove<Curve: PairingCurve>(
    _ witness: borrowing Witness<Curve.ScalarField>, rowsOfA a: consuming SecretBuffer<Curve.ScalarField>,
    rowsOfB b: consuming SecretBuffer<Curve.ScalarField>, with key: ProvingKey<Curve>,
    using generator: inout some RandomNumberGenerator
) throws(ProvingError) -> Proof<Curve> {
    let rows = try RowValues(witness, a: a, b: b, key)
    try key.requireValidPoints()
    let proof = assemble(witness, key, h: rows.quotientValues(), using: &generator)
    guard holds(proof, of: witness, key) else { throw .nothingProved }
    return proof
}

/// Returns a proof from A and B alone: nobody sees here whether the witness satisfies the constraints. If it does not,
/// the proof does not verify.
///
/// The result is not verified either: whoever does not trust the key has to, before it leaves the machine.
public func uncheckedProve<Curve: PairingCurve>(
    _ witness: borrowing Witness<Curve.ScalarField>, a: SparseMatrix<Curve.ScalarField>,
    b: SparseMatrix<Curve.ScalarField>, with key: ProvingKey<Curve>,
    using generator: inout some RandomNumberGenerator
) throws(ProvingError) -> Proof<Curve> {
    let rows = try RowValues(witness, a, b, key)
    try key.requireValidPoints()
    return assemble(witness, key, h: rows.quotientValues(), using: &generator)
}

/// Whether a proof may be shown, whatever the key: it is blinded, in the groups, and verifies.
private func holds<Curve: PairingCurve>(
    _ proof: Proof<Curve>, of witness: borrowing Witness<Curve.ScalarField>, _ key: ProvingKey<Curve>
) -> Bool {
    guard !key.delta1.isInfinity, !key.verifyingKey.delta2.isInfinity, proof.isInPrimeOrderSubgroups else {
        return false
    }
    return equationHolds(
        proof, publicInputs: (1..<key.publicCount + 1).map { witness[Wire($0)] }, key.verifyingKey)
}

extension Proof {
    /// Whether all three points are in the groups of order r, which an honest key's are.
    fileprivate var isInPrimeOrderSubgroups: Bool {
        Curve.G1.isInPrimeOrderSubgroup(a) && Curve.G2.isInPrimeOrderSubgroup(b)
            && Curve.G1.isInPrimeOrderSubgroup(c)
    }
}

/// Returns the proof, given the scalars of the key's `h`.
private func assemble<Curve: PairingCurve>(
    _ witness: borrowing Witness<Curve.ScalarField>, _ key: ProvingKey<Curve>,
    h: borrowing SecretBuffer<Curve.ScalarField>, using generator: inout some RandomNumberGenerator
) -> Proof<Curve> {
    var blinding = SecretBuffer<Curve.ScalarField>(repeating: .zero, count: 2)
    blinding[0] = .random(using: &generator)
    blinding[1] = .random(using: &generator)
    let (r, s) = (blinding[0], blinding[1])
    let sums = WitnessSums(witness, key, h: h)

    let a = key.delta1.multiplied(by: r) + sums.a + key.verifyingKey.alpha1
    let b1 = key.delta1.multiplied(by: s) + sums.b1 + key.beta1
    let b2 = key.verifyingKey.delta2.multiplied(by: s) + sums.b2 + key.verifyingKey.beta2
    let c = sums.c + sums.h + a.multiplied(by: s) + b1.multiplied(by: r) - key.delta1.multiplied(by: r * s)
    return Proof(a: a.affine, b: b2.affine, c: c.affine)
}
