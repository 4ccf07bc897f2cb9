import ConstraintSystem
import EllipticCurves
import FiniteFields

/// One part of a wire's point: Σ coefficient · P_row over the wire's terms in a matrix, plus P_row for the
/// row of a public wire.
struct ColumnPart<G: ShortWeierstrassCurve>: Sendable {
    let columns: WireColumns<G.ScalarField>
    let points: PointArray<G>
    /// The row of the constant in matrix A, where the part is A's; the rows of public wires follow it.
    var publicRow: Int?
}

/// The points of all wires: sums over one or more matrices.
struct ColumnSums<G: ShortWeierstrassCurve>: Sendable {
    let parts: [ColumnPart<G>]
    let publicCount: Int

    /// Returns the points of wires. Long columns are multi-scalar sums on all cores; short ones, side by
    /// side, a multiplication for each term, of as many doublings as its coefficient has bits.
    @specialized(where G == BN254.G1)
    @specialized(where G == BN254.G2)
    @specialized(where G == BLS12381.G1)
    @specialized(where G == BLS12381.G2)
    func points(_ wires: Range<Int>, progress: (Int) -> Void = { _ in }) -> PointArray<G> {
        var result = [AffinePoint<G>](repeating: .infinity, count: wires.count)
        for block in stride(from: 0, to: wires.count, by: 1 << 12) {
            let end = min(wires.count, block + 1 << 12)
            result.withUnsafeMutableBufferPointer { result in
                nonisolated(unsafe) let memory = result
                forEachPart(of: end - block, length: 64) { part in
                    let sums = part.map { index in
                        let wire = wires.lowerBound + block + index
                        return isLong(wire) ? .infinity : shortSum(wire)
                    }
                    for (index, point) in zip(part, JacobianPoint.batchAffine(sums)) {
                        memory[block + index] = point
                    }
                }
            }
            for index in block..<end where isLong(wires.lowerBound + index) {
                result[index] = longSum(wires.lowerBound + index)
            }
            progress(end)
        }
        return PointArray(result)
    }

    private func isLong(_ wire: Int) -> Bool { parts.contains { $0.columns.termCount(wire) >= 256 } }

    private func shortSum(_ wire: Int) -> JacobianPoint<G> {
        var sum = JacobianPoint<G>.infinity
        for part in parts {
            for term in part.columns.terms(wire) {
                let point = part.points[part.columns.row(term)]
                sum += point.multiplied(bySigned: part.columns.coefficient(term))
            }
            if let row = part.publicRow, wire <= publicCount { sum += part.points[row + wire] }
        }
        return sum
    }

    private func longSum(_ wire: Int) -> AffinePoint<G> {
        var points: [AffinePoint<G>] = []
        var scalars: [G.ScalarField] = []
        for part in parts {
            for term in part.columns.terms(wire) {
                points.append(part.points[part.columns.row(term)])
                scalars.append(part.columns.coefficient(term))
            }
            if let row = part.publicRow, wire <= publicCount {
                points.append(part.points[row + wire])
                scalars.append(.one)
            }
        }
        return multiScalarMultiply(points, scalars).affine
    }
}

extension AffinePoint {
    /// Returns the multiple by k, or that of the negative by r − k where that is the smaller number.
    fileprivate func multiplied(bySigned scalar: Curve.ScalarField) -> JacobianPoint<Curve> {
        if scalar == .one { return JacobianPoint(self) }
        if scalar == -.one { return JacobianPoint(-self) }
        guard let integer = scalar.signedInteger, integer.magnitude < 1 << 64 else {
            return multiplied(by: scalar)
        }
        let multiple = JacobianPoint(self).multiplied(byWords: [UInt64(integer.magnitude)])
        return integer < 0 ? -multiple : multiple
    }
}
