public import ConstraintSystem
public import EllipticCurves
import Groth16

extension ZKeyFile {
    /// Returns the matrices A and B, without the rows of public wires; decodes them each time if the file was
    /// read lazily.
    ///
    /// - Throws: `FormatError`, only if the file was read lazily.
    public func matrices() throws(FormatError) -> (
        a: SparseMatrix<Curve.ScalarField>, b: SparseMatrix<Curve.ScalarField>
    ) {
        switch coefficients {
        case .matrices(let a, let b): return (a, b)
        case .section(let bytes):
            let coefficients = ZKeyCoefficients<Curve.ScalarField>(bytes: bytes)
            var rows = try coefficients.rows(wireCount: key.wireCount, rowCount: key.domainSize)
            guard try rows.removePublicRows(key.publicCount) == key.constraintCount else {
                throw FormatError(.inconsistent, ZKeyCoefficients<Curve.ScalarField>.path)
            }
            return (SparseMatrix(rows: rows.a), SparseMatrix(rows: rows.b))
        }
    }

    /// Checks what reading a file lazily leaves unread: that the matrices are those of a circuit of the key's
    /// size, and that all points are on the curve, and in the subgroup if that is asked for.
    public func validate(_ validation: PointValidation = .subgroup) throws(FormatError) {
        _ = try matrices()
        try validatePoints(validation)
    }

    func validatePoints(_ validation: PointValidation) throws(FormatError) {
        try key.a.validate(validation, path: "zkey.a")
        try key.b1.validate(validation, path: "zkey.b1")
        try key.b2.validate(validation, path: "zkey.b2")
        try key.c.validate(validation, path: "zkey.c")
        try key.h.validate(validation, path: "zkey.h")
    }
}
