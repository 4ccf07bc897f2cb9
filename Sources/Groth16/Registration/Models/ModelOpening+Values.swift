public import ConstraintSystem
public import FiniteFields

extension ModelOpening {
    /// Returns z = W x + b, one value per accumulator.
    ///
    /// - Precondition: as many values as inputs.
    public func accumulatorValues(for x: [F]) -> SecretBuffer<F> {
        precondition(x.count == inputCount, "a value for each input")
        var z = biases.withUnsafeBufferPointer { SecretBuffer($0) }
        z.withUnsafeMutableBufferPointer { addWeights(timesEach: x, to: $0) }
        return z
    }

    /// Returns m = ν + Σ x_i ρ_i, the model's part of the mask.
    ///
    /// - Precondition: as many values as inputs.
    public func maskValue(for x: [F]) -> F {
        precondition(x.count == inputCount, "a value for each input")
        return x.indices.reduce(blinding[inputCount]) { $0 + x[$1] * blinding[$1] }
    }

    /// Sets the hidden instance wires of a witness: accumulators, committed wires, and the mask.
    ///
    /// - Parameters:
    ///   - x: the public input.
    ///   - other: the mask's part of somebody else, the owner of a committed input.
    /// - Precondition: the layout has as many wires of each role as the opening has values.
    public func assign(
        to witness: inout Witness<F>, for x: [F], _ wires: HiddenWires, addingToMask other: F = .zero
    ) {
        precondition(
            wires.accumulators.count == biases.count && wires.committed.count == committed.count,
            "the opening is that of the layout")
        let z = accumulatorValues(for: x)
        for (index, wire) in wires.accumulators.enumerated() { witness[Wire(wire)] = z[index] }
        for (index, wire) in wires.committed.enumerated() { witness[Wire(wire)] = committed[index] }
        witness[Wire(wires.mask)] = maskValue(for: x) + other
    }

    /// Adds Σ_i factor_i w_ji to sum j.
    func addWeights(timesEach factors: [F], to sums: UnsafeMutableBufferPointer<F>) {
        weights.withUnsafeBufferPointer { addProducts(of: $0, accumulators, starts, factors, to: sums) }
    }
}

@specialized(where F == BN254Fields.Scalar)
@specialized(where F == BLS12381Fields.Scalar)
private func addProducts<F: PrimeField>(
    of weights: UnsafeBufferPointer<F>, _ rows: [Int], _ starts: [Int], _ factors: [F],
    to sums: UnsafeMutableBufferPointer<F>
) {
    for (column, factor) in factors.enumerated() {
        for index in starts[column]..<starts[column + 1] { sums[rows[index]] += factor * weights[index] }
    }
}
