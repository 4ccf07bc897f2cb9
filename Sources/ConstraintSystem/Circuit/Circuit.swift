public import FiniteFields

/// A constraint system with the names of its parts and the program that computes its witnesses.
public struct Circuit<F: PrimeField>: Sendable {
    public let system: RankOneConstraintSystem<F>
    /// All regions in the order in which they were opened: an outer one before those inside.
    public let regions: [Region]
    /// The wires whose values the prover gives, in the order in which they are given.
    public let privateInputs: [Wire]
    /// How all other wires follow, in order.
    public let steps: [WitnessStep<F>]
    /// The constraints in compressed rows.
    public let matrices: ConstraintMatrices<F>

    let wireGroups: [WireGroup]
    /// The operands of all steps, in order.
    let operands: SparseMatrix<F>

    init(
        system: RankOneConstraintSystem<F>, regions: [Region], wireGroups: [WireGroup],
        privateInputs: [Wire], steps: [WitnessStep<F>]
    ) {
        self.system = system
        self.regions = regions
        self.wireGroups = wireGroups
        self.privateInputs = privateInputs
        self.steps = steps
        matrices = ConstraintMatrices(system)
        operands = SparseMatrix(rows: steps.flatMap(\.rule.operands))
    }

    public var constraintCount: Int { system.constraints.count }

    /// The number of wires that occur in matrix B (`RankOneConstraintSystem.wiresInB`).
    public var wiresInB: Int { system.wiresInB }
}

extension Circuit: Hashable {
    /// The same constraints, names and witness program.
    public static func == (left: Self, right: Self) -> Bool {
        left.system == right.system && left.regions == right.regions
            && left.wireGroups == right.wireGroups && left.privateInputs == right.privateInputs
            && left.steps == right.steps
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(system)
        hasher.combine(regions)
        hasher.combine(wireGroups)
        hasher.combine(privateInputs)
        hasher.combine(steps)
    }
}
