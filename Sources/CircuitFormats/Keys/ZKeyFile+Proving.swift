public import ConstraintSystem
public import EllipticCurves
import FiniteFields
public import Groth16

extension ZKeyFile {
    /// Returns a proof that somebody knows a witness of the key's circuit with these public wires, with random numbers
    /// from the system's generator.
    ///
    /// Where the file was read lazily, matrices and points are used as they lie in it. The file lacks the matrix C, so a
    /// witness that violates a constraint looks like a key of another circuit; and it may come from somebody who must
    /// not learn the witness. The proof is therefore verified before it is returned.
    ///
    /// - Throws: `ProvingError`; `nothingProved` where the proof does not verify.
    public func prove(
        _ witness: borrowing Witness<Curve.ScalarField>
    ) throws(ProvingError) -> Proof<Curve> {
        var generator = SystemRandomNumberGenerator()
        return try prove(witness, using: &generator)
    }

    /// Returns a proof; see `prove(_:)`.
    ///
    /// - Parameter generator: must be unpredictable, or the proof shows something of the witness.
    public func prove(
        _ witness: borrowing Witness<Curve.ScalarField>, using generator: inout some RandomNumberGenerator
    ) throws(ProvingError) -> Proof<Curve> {
        let section: FileBytes
        switch coefficients {
        case .matrices(let a, let b):
            return try Groth16.prove(witness, a: a, b: b, with: key, using: &generator)
        case .section(let bytes): section = bytes
        }
        guard witness.count == key.wireCount else { throw .sizesDiffer }
        let evaluation = CoefficientEvaluation(
            ZKeyCoefficients<Curve.ScalarField>(bytes: section), wireCount: key.wireCount,
            rowCount: key.domainSize)
        let (invalidEntry, isOrdered) = evaluation.survey()
        if let invalidEntry { throw .invalidCoefficient(at: invalidEntry) }
        var a = SecretBuffer<Curve.ScalarField>(repeating: .zero, count: key.domainSize)
        var b = SecretBuffer<Curve.ScalarField>(repeating: .zero, count: key.domainSize)
        witness.withUnsafeBufferPointer { witness in
            a.withUnsafeMutableBufferPointer { a in
                b.withUnsafeMutableBufferPointer { b in
                    evaluation.evaluate(at: witness, a: a, b: b, isOrdered: isOrdered)
                }
            }
        }
        withExtendedLifetime(section) {}
        return try Groth16.prove(witness, rowsOfA: a, rowsOfB: b, with: key, using: &generator)
    }
}
