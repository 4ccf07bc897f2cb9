public import ConstraintSystem
public import EllipticCurves
public import Groth16

/// A proving key as in a .zkey file, version 1, protocol Groth16: points, the matrices A and B, and the
/// history of the second phase.
public struct ZKeyFile<Curve: InterchangeCurve>: Sendable {
    /// The matrices, without the rows of public wires.
    enum Coefficients: Sendable {
        case matrices(SparseMatrix<Curve.ScalarField>, SparseMatrix<Curve.ScalarField>)
        /// The section of a file, as it is there.
        case section(FileBytes)
    }

    public var key: ProvingKey<Curve>
    var coefficients: Coefficients
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
        precondition(
            key.verifyingKey.isDevelopment == contributions.isEmpty,
            "development keys are those without contributions")
        self.init(key, .matrices(a, b), circuitHash: circuitHash, contributions: contributions)
    }

    init(
        _ key: ProvingKey<Curve>, _ coefficients: Coefficients, circuitHash: [UInt8],
        contributions: [ZKeyContribution<Curve>]
    ) {
        precondition(circuitHash.count == 64, "a circuit hash is 64 bytes")
        self.key = key
        self.coefficients = coefficients
        self.circuitHash = circuitHash
        self.contributions = contributions
    }
}
