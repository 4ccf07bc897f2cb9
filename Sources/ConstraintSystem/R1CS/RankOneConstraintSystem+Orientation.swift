import FiniteFields

extension RankOneConstraintSystem {
    /// The number of wires, the constant included, that occur in matrix A. Each costs the prover a
    /// multiplication in G1. Linear in the number of terms.
    public var wiresInA: Int { WireLists(constraints, of: \.a).distinctCount(below: wireCount) }

    /// The number of wires, the constant included, that occur in matrix B. Each costs the prover a
    /// multiplication in G1 and one in G2, which is worth three in G1. Linear in the number of terms.
    public var wiresInB: Int { WireLists(constraints, of: \.b).distinctCount(below: wireCount) }

    /// The number of wires, the constant included, that occur in matrix C. Linear in the number of terms.
    public var wiresInC: Int { WireLists(constraints, of: \.c).distinctCount(below: wireCount) }

    /// Exchanges the factors of constraints so that few wires occur in B, and then few in A.
    ///
    /// As a · b = b · a, the same witnesses satisfy every constraint as before. The choice depends on the
    /// constraints alone, never costs a prover more than theirs, and takes time linear in the number of
    /// terms; it need not be the best, which is hard to find.
    public mutating func orientFactors() {
        let orientation = FactorOrientation(
            a: WireLists(constraints, of: \.a), b: WireLists(constraints, of: \.b), wireCount: wireCount,
            publicCount: publicCount)
        for index in orientation.exchangedConstraints() {
            let constraint = constraints[index]
            constraints[index] = Constraint(constraint.b, constraint.a, constraint.c)
        }
    }
}
