public import ConstraintSystem
public import EllipticCurves
public import Groth16

/// A proving key as in a .zkey file, version 1, protocol Groth16: points, the matrices A and B, and the
/// history of the second phase.
public struct ZKeyFile<Curve: InterchangeCurve>: Sendable {
    public var key: ProvingKey<Curve>
    /// The matrices, without the rows of public wires.
    public var a: SparseMatrix<Curve.ScalarField>
    public var b: SparseMatrix<Curve.ScalarField>
    /// 64 bytes; snarkjs puts a hash of the circuit's part of the key here.
    public var circuitHash: [UInt8]
    /// Empty for development keys.
    public var contributions: [ZKeyContribution<Curve>]

    /// - Precondition: the matrices are those of the key's circuit, the hash has 64 bytes, and the key is a
    ///   development key exactly if there are no contributions.
    public init(
        _ key: ProvingKey<Curve>, a: SparseMatrix<Curve.ScalarField>, b: SparseMatrix<Curve.ScalarField>,
        circuitHash: [UInt8], contributions: [ZKeyContribution<Curve>] = []
    ) {
        precondition(a.rowCount == key.constraintCount && b.rowCount == key.constraintCount, "one circuit")
        precondition(circuitHash.count == 64, "a circuit hash is 64 bytes")
        precondition(
            key.verifyingKey.isDevelopment == contributions.isEmpty,
            "development keys are those without contributions")
        self.key = key
        self.a = a
        self.b = b
        self.circuitHash = circuitHash
        self.contributions = contributions
    }
}
