import FiniteFields

extension RankOneConstraintSystem {
    /// Whether the witness has all wires, the constant 1 first, and satisfies every constraint.
    public func isSatisfied(by witness: borrowing Witness<F>) -> Bool {
        guard witness.count == wireCount, witness[.one] == .one else { return false }
        return witness.withUnsafeBufferPointer { values in
            constraints.allSatisfy { constraint in
                constraint.a.evaluated(on: values) * constraint.b.evaluated(on: values)
                    == constraint.c.evaluated(on: values)
            }
        }
    }
}
