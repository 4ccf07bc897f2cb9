import EllipticCurves
import FiniteFields
import Polynomials

extension PointArray {
    /// Returns [L_i(τ)] for the 2^`logarithm` points of the domain from [1], [τ], [τ²], …: the inverse
    /// transform of the powers, of which the first 2^`logarithm` count, and infinity where there are not so
    /// many.
    ///
    /// N/2 · log₂ N multiplications of points, and N more for the factor 1/N, on all cores.
    @specialized(where Curve == BN254.G1)
    @specialized(where Curve == BN254.G2)
    @specialized(where Curve == BLS12381.G1)
    @specialized(where Curve == BLS12381.G2)
    func lagrangeBasis(_ logarithm: Int, progress: (Int) -> Void = { _ in }) -> [AffinePoint<Curve>] {
        let size = 1 << logarithm
        let scale = Curve.ScalarField(size).inverse()!
        let inverseRoot = Curve.ScalarField.rootOfUnity(ofOrderTwoToThe: logarithm).inverse()!
        var points = [JacobianPoint<Curve>](repeating: .infinity, count: size)
        var result = [AffinePoint<Curve>](repeating: .infinity, count: size)
        points.withUnsafeMutableBufferPointer { points in
            nonisolated(unsafe) let points = points
            forEachPart(of: Swift.min(count, size), length: 128) { part in
                for index in part {
                    points[index.bitReversed(logarithm)] = self[index].multiplied(by: scale)
                }
            }
            progress(size)
            for layer in 0..<logarithm {
                let half = 1 << layer
                let root = inverseRoot.power(UInt64(size >> (layer + 1)))
                // Pairs in the order of their roots: neighbours in a part share few, or have the next.
                forEachPart(of: size / 2, length: 128) { part in
                    for pair in part {
                        let (group, place) = pair.quotientAndRemainder(dividingBy: half)
                        let (low, high) = (2 * half * group + place, 2 * half * group + place + half)
                        let product =
                            place == 0
                            ? points[high] : points[high].multiplied(by: root.power(UInt64(place)))
                        points[high] = points[low] - product
                        points[low] += product
                    }
                }
                progress(size / 2)
            }
            result.withUnsafeMutableBufferPointer { result in
                nonisolated(unsafe) let result = result
                forEachPart(of: size, length: 1024) { part in
                    let affine = JacobianPoint.batchAffine(Array(points[part]))
                    for (index, point) in zip(part, affine) { result[index] = point }
                }
            }
        }
        return result
    }
}

extension Int {
    /// The lowest `count` bits backwards.
    fileprivate func bitReversed(_ count: Int) -> Int {
        var (rest, result) = (self, 0)
        for _ in 0..<count {
            result = result << 1 | rest & 1
            rest >>= 1
        }
        return result
    }
}
