import ConstraintSystem
import EllipticCurves
import FiniteFields

extension ModelOpening {
    /// Returns D = Σ_K a_i Γ_i + Σ_j b_j Γ_(z_j) + ν Γ_m.
    func constantsPoint<Curve: PairingCurve>(
        _ circuit: CommittedCircuit<Curve>
    ) -> AffinePoint<Curve.G1> where Curve.ScalarField == F {
        constants.combination(of: circuit.points(circuit.wires.constantBases)).affine
    }

    /// The coefficients of D, in the order of its bases.
    var constants: SecretBuffer<F> {
        var all = SecretBuffer<F>(repeating: .zero, count: committed.count + biases.count + 1)
        for index in 0..<committed.count { all[index] = committed[index] }
        for index in 0..<biases.count { all[committed.count + index] = biases[index] }
        all[committed.count + biases.count] = blinding[inputCount]
        return all
    }

    /// Returns Col_i = Σ_j w_ji Γ_(z_j) + ρ_i Γ_m for each input; on all cores.
    func columnPoints<Curve: PairingCurve>(
        _ circuit: CommittedCircuit<Curve>
    ) -> [AffinePoint<Curve.G1>] where Curve.ScalarField == F {
        typealias G1 = Curve.G1
        let bases = circuit.points(circuit.wires.accumulators)
        let table = FixedBaseTable<G1>(
            circuit.key.inputPoints[circuit.wires.mask], expectedCount: inputCount + 1)
        var masks = blinding.withUnsafeBufferPointer { table.multiply($0) }
        // A column without its mask is the weights'.
        defer { masks.withUnsafeMutableBytes { wipe($0) } }
        let sums = [JacobianPoint<G1>](unsafeUninitializedCapacity: inputCount) { sums, count in
            nonisolated(unsafe) let sums = sums
            weights.withUnsafeBufferPointer { weights in
                forEachPart(of: inputCount, length: 16) { part in
                    for input in part {
                        let range = starts[input]..<starts[input + 1]
                        let points = accumulators[range].map { bases[$0] }
                        let sum = points.withUnsafeBufferPointer {
                            multiScalarMultiply($0, UnsafeBufferPointer(rebasing: weights[range]))
                        }
                        sums.initializeElement(at: input, to: sum + masks[input])
                    }
                }
            }
            count = inputCount
        }
        return JacobianPoint.batchAffine(sums)
    }
}
