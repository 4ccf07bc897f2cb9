import FiniteFields

extension Circuit {
    /// Returns whether the witness satisfies every constraint, or the first `limit` that it violates.
    public func satisfaction(of witness: borrowing Witness<F>, limit: Int = 8) -> Satisfaction {
        guard witness.count == system.wireCount else {
            return .wrongWireCount(expected: system.wireCount, given: witness.count)
        }
        guard witness[.one] == .one else { return .wrongConstant }
        let violated = matrices.violatedRows(witness.view, limit: max(limit, 1))
        if violated.isEmpty { return .satisfied }
        return .violated(violated.map { .init(constraint: $0, region: region(ofConstraint: $0)) })
    }
}
