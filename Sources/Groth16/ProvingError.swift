public import EllipticCurves

/// Why no proof was made. Never holds a value of the witness.
public enum ProvingError: Error, Hashable, Sendable {
    /// The witness, the matrices and the key are not about circuits of the same size.
    case sizesDiffer
    /// The first wire of the witness, the constant, is not 1.
    case constantIsNotOne
    /// The witness violates a constraint, the first such.
    case unsatisfied(constraint: Int)
    /// What came out does not verify, so the key is another circuit's, or somebody has changed it. It was
    /// thrown away: by how much it fails could tell values of the witness.
    case keyDoesNotFit
    /// What came out of a key's file and a witness does not verify: the witness violates a constraint, or the key is
    /// another circuit's, or somebody has changed it. It was thrown away, as above.
    case nothingProved
    /// An entry of the matrices in the key's file is none of its circuit: the file is damaged.
    case invalidCoefficient(at: Int)
    /// The key's file holds something else than a point of the curve: it is damaged, or was made to do harm.
    case invalidPoint(InvalidPoint, of: ProvingKeyPart)
}
