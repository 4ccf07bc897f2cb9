import EllipticCurves
import FiniteFields

extension PointArray {
    /// Returns `first` · `ratio`^i · point i for every i. One multiplication for each point, on all cores.
    ///
    /// Takes longer for some scalars than for others: whoever can measure that on the contributor's machine can
    /// read its memory as well.
    ///
    /// - Parameter progress: called now and then with the number of points that are done.
    @specialized(where Curve == BN254.G1)
    @specialized(where Curve == BN254.G2)
    @specialized(where Curve == BLS12381.G1)
    @specialized(where Curve == BLS12381.G2)
    func scaled(
        by first: Curve.ScalarField, ratio: Curve.ScalarField = .one, progress: (Int) -> Void = { _ in }
    ) -> PointArray {
        var result = [AffinePoint<Curve>](repeating: .infinity, count: count)
        let blockLength = 1 << 12
        var start = first
        let step = ratio.power(UInt64(blockLength))
        result.withUnsafeMutableBufferPointer { result in
            nonisolated(unsafe) let memory = result
            for block in stride(from: 0, to: count, by: blockLength) {
                let end = Swift.min(count, block + blockLength)
                let blockStart = start
                forEachPart(of: end - block, length: 128) { part in
                    var scalar = blockStart * ratio.power(UInt64(part.lowerBound))
                    let points = part.map { index in
                        defer { scalar *= ratio }
                        return self[block + index].multiplied(by: scalar)
                    }
                    for (index, point) in zip(part, JacobianPoint.batchAffine(points)) {
                        memory[block + index] = point
                    }
                }
                start *= step
                progress(end)
            }
        }
        return PointArray(result)
    }
}
