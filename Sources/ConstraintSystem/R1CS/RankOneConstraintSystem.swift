public import FiniteFields

/// `⟨a, w⟩ · ⟨b, w⟩ = ⟨c, w⟩` on the witness vector w.
public struct Constraint<F: PrimeField>: Hashable, Sendable {
    public var a: LinearCombination<F>
    public var b: LinearCombination<F>
    public var c: LinearCombination<F>

    public init(_ a: LinearCombination<F>, _ b: LinearCombination<F>, _ c: LinearCombination<F>) {
        self.a = a
        self.b = b
        self.c = c
    }
}

/// A rank-1 constraint system: the mathematical content of an .r1cs file.
///
/// Wires are numbered: the constant 1, `publicOutputCount` outputs, `publicInputCount` inputs, then
/// private wires up to `wireCount`.
public struct RankOneConstraintSystem<F: PrimeField>: Hashable, Sendable {
    public var publicOutputCount: Int
    public var publicInputCount: Int
    /// All wires, the constant included.
    public var wireCount: Int
    public var constraints: [Constraint<F>]

    /// - Precondition: every wire that a constraint names is below `wireCount`.
    public init(
        publicOutputCount: Int, publicInputCount: Int, wireCount: Int, constraints: [Constraint<F>]
    ) {
        self.publicOutputCount = publicOutputCount
        self.publicInputCount = publicInputCount
        self.wireCount = wireCount
        self.constraints = constraints
    }

    /// The number of wires that the verifier knows, without the constant.
    public var publicCount: Int { publicOutputCount + publicInputCount }
}
