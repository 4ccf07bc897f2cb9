public import FiniteFields

/// A constraint system with the names of its parts and the program that computes its witnesses.
public struct Circuit<F: PrimeField>: Sendable {
    public let system: RankOneConstraintSystem<F>
    /// All regions in the order in which they were opened: an outer one before those inside.
    public let regions: [Region]
    /// The wires whose values the prover gives, in the order in which they are given.
    public let privateInputs: [Wire]
    /// The constraints in compressed rows.
    public let matrices: ConstraintMatrices<F>

    let wireGroups: [WireGroup]
    let program: WitnessProgram<F>
    /// The operands of all steps, in order.
    let operands: SparseMatrix<F>

    init(
        system: RankOneConstraintSystem<F>, regions: [Region], wireGroups: [WireGroup],
        privateInputs: [Wire], program: WitnessProgram<F>
    ) {
        self.system = system
        self.regions = regions
        self.wireGroups = wireGroups
        self.privateInputs = privateInputs
        self.program = program
        matrices = ConstraintMatrices(system)
        operands = SparseMatrix(rows: program.steps.flatMap(\.rule.operands))
    }

    /// How all wires but inputs follow, in order.
    ///
    /// Wires are numbered as the builder made them: `eliminatedWires` among them, which the system has not.
    public var steps: [WitnessStep<F>] { program.steps }

    /// The wires, numbered as in `steps`, that were exchanged for the constraints of public outputs; ascending.
    public var eliminatedWires: [Wire] { program.eliminated }

    public var constraintCount: Int { system.constraints.count }

    /// The number of wires that occur in matrix B (`RankOneConstraintSystem.wiresInB`).
    public var wiresInB: Int { system.wiresInB }
}

extension Circuit: Hashable {
    /// The same constraints, names and witness program.
    public static func == (left: Self, right: Self) -> Bool {
        left.system == right.system && left.regions == right.regions
            && left.wireGroups == right.wireGroups && left.privateInputs == right.privateInputs
            && left.program == right.program
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(system)
        hasher.combine(regions)
        hasher.combine(wireGroups)
        hasher.combine(privateInputs)
        hasher.combine(program)
    }
}
