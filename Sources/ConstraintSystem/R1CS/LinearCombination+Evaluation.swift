import FiniteFields

extension LinearCombination {
    /// Returns the value on the witness vector w: `Σ coefficient · w[wire]`.
    ///
    /// - Precondition: every wire of the combination is within the buffer.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    public func evaluated(on witness: UnsafeBufferPointer<F>) -> F {
        var sum = F.zero
        for term in terms { sum += term.coefficient * witness[Int(term.wire.index)] }
        return sum
    }

    /// Returns the value on a witness.
    ///
    /// - Precondition: every wire of the combination is within the witness.
    public func evaluated(on witness: borrowing Witness<F>) -> F {
        witness.withUnsafeBufferPointer { evaluated(on: $0) }
    }
}
