public import FiniteFields

/// Makes a circuit constraint by constraint, together with the program that computes its witnesses.
///
/// A builder never sees a witness: derived wires come with a `WitnessRule`, which is data. So the circuit
/// cannot depend on the values that it will be used for.
public struct CircuitBuilder<F: PrimeField>: Sendable {
    public let publicOutputCount: Int
    public let publicInputCount: Int
    /// All wires made so far, the constant included.
    public private(set) var wireCount: Int
    public private(set) var constraints: [Constraint<F>] = []

    private(set) var regions: [Region] = []
    private var openRegions: [Int] = []
    private(set) var wireGroups: [WireGroup] = []
    private(set) var privateInputs: [Wire] = []
    private(set) var steps: [WitnessStep<F>] = []
    private var boundOutputs: Set<Int> = []

    /// Starts a circuit with these numbers of wires that the verifier knows.
    public init(publicOutputCount: Int, publicInputCount: Int) {
        precondition(publicOutputCount >= 0 && publicInputCount >= 0, "counts are not negative")
        self.publicOutputCount = publicOutputCount
        self.publicInputCount = publicInputCount
        wireCount = 1 + publicOutputCount + publicInputCount
    }

    /// Returns the circuit, the factors of its constraints oriented so that few wires occur in matrix B
    /// (`RankOneConstraintSystem.orientFactors`).
    ///
    /// - Parameter eliminatingOutputs: whether linear constraints of public outputs are exchanged for private wires
    ///   where that is possible: `min(outputs, rank)` constraints and wires fewer (`OutputElimination`). Derived wires
    ///   only; what the prover gives stays, and so do digits of packed sums. Witnesses are made as before, the wires then left out.
    /// - Precondition: every public output is bound, and every region is closed.
    public consuming func build(eliminatingOutputs: Bool = false) -> Circuit<F> {
        precondition(boundOutputs.count == publicOutputCount, "every public output is bound")
        precondition(openRegions.isEmpty, "every region is closed")
        var system = RankOneConstraintSystem(
            publicOutputCount: publicOutputCount, publicInputCount: publicInputCount, wireCount: wireCount,
            constraints: constraints)
        var (regions, wireGroups, privateInputs) = (regions, wireGroups, privateInputs)
        var eliminated: [Wire] = []
        if eliminatingOutputs {
            let elimination = OutputElimination(system, isRemovable: isRemovable)
            eliminated = elimination.wires
            if !eliminated.isEmpty {
                system = elimination.applied(to: system)
                let numbers = WireRenumbering(removing: eliminated, of: wireCount)
                privateInputs = privateInputs.map { numbers[$0] }
                wireGroups = numbers.renumbered(wireGroups)
                for index in regions.indices { regions[index].remove(elimination.constraints) }
            }
        }
        system.orientFactors()
        let program = WitnessProgram(
            wireCount: wireCount, inputs: self.privateInputs, steps: steps, groups: self.wireGroups,
            eliminated: eliminated)
        return Circuit(
            system: system, regions: regions, wireGroups: wireGroups, privateInputs: privateInputs,
            program: program)
    }

    /// By wire, whether it is private, follows from others, and is no digit of a packed sum.
    ///
    /// That digits are unique follows from the range of each, which is known of a wire.
    private var isRemovable: [Bool] {
        var isRemovable = [Bool](repeating: false, count: wireCount)
        for step in steps {
            if case .digit = step.rule { continue }
            for wire in step.wires where wire > publicOutputCount + publicInputCount {
                isRemovable[wire] = true
            }
        }
        return isRemovable
    }
}

// MARK: - Regions

extension CircuitBuilder {
    /// The path of the innermost open region; empty outside of all.
    public var path: String { openRegions.last.map { regions[$0].path } ?? "" }

    /// Returns what `body` returns, after opening a region in which it makes its constraints.
    public mutating func region<Result, Failure: Error>(
        _ name: String, _ body: (inout CircuitBuilder) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let index = regions.count
        let count = constraints.count
        regions.append(
            Region(
                path: openRegions.isEmpty ? name : path + "/" + name, depth: openRegions.count + 1,
                constraints: count..<count))
        openRegions.append(index)
        defer {
            openRegions.removeLast()
            regions[index].constraints = count..<constraints.count
        }
        return try body(&self)
    }
}

// MARK: - Wires

extension CircuitBuilder {
    /// Returns the public input of that index, counted from 0.
    public func publicInput(_ index: Int) -> LinearCombination<F> {
        precondition((0..<publicInputCount).contains(index), "there are \(publicInputCount) public inputs")
        return LinearCombination(Wire(1 + publicOutputCount + index))
    }

    /// Returns new wires whose values the prover gives, after those of earlier calls.
    ///
    /// They may have any value: what they must satisfy is up to the constraints.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    public mutating func privateInputs(_ name: String, count: Int) -> [LinearCombination<F>] {
        let wires = makeWires(name, count: count)
        privateInputs.append(contentsOf: wires)
        return wires.map { LinearCombination($0) }
    }

    /// Returns one new wire whose value the prover gives.
    public mutating func privateInput(_ name: String) -> LinearCombination<F> {
        privateInputs(name, count: 1)[0]
    }

    /// Returns new wires and how an honest prover computes them. *Constrains nothing*: a cheating prover
    /// may choose them until the caller's constraints leave no choice.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    public mutating func derive(_ name: String, by rule: WitnessRule<F>) -> [Wire] {
        precondition(
            rule.operands.allSatisfy { $0.terms.last.map { $0.wire.index < wireCount } ?? true },
            "rules read wires that exist already")
        let wires = makeWires(name, count: rule.wireCount)
        if let first = wires.first { steps.append(WitnessStep(rule: rule, firstWire: first)) }
        return wires
    }

    /// Returns the public output of that index, counted from 0, and says how an honest prover computes it.
    /// *Constrains nothing*, unlike `bindOutput`: the caller's constraints must leave no choice.
    ///
    /// - Precondition: the rule gives one wire, and the output is not bound yet.
    public mutating func deriveOutput(_ index: Int, by rule: WitnessRule<F>) -> LinearCombination<F> {
        precondition(rule.wireCount == 1, "an output is one wire")
        claimOutput(index, computedFrom: rule.operands)
        steps.append(WitnessStep(rule: rule, firstWire: Wire(1 + index)))
        return LinearCombination(Wire(1 + index))
    }

    private mutating func claimOutput(_ index: Int, computedFrom operands: [LinearCombination<F>]) {
        precondition((0..<publicOutputCount).contains(index), "there are \(publicOutputCount) outputs")
        precondition(boundOutputs.insert(index).inserted, "an output is bound once")
        precondition(
            operands.allSatisfy {
                $0.terms.allSatisfy { $0.wire.index == 0 || $0.wire.index > publicOutputCount }
            }, "outputs follow from other wires")
    }

    private mutating func makeWires(_ name: String, count: Int) -> [Wire] {
        precondition(count >= 0, "a number of wires is not negative")
        guard count > 0 else { return [] }
        wireGroups.append(
            WireGroup(name: name, firstWire: wireCount, count: count, region: openRegions.last))
        wireCount += count
        return (wireCount - count..<wireCount).map { Wire($0) }
    }
}

// MARK: - Constraints

extension CircuitBuilder {
    /// Demands `a · b = c`. Costs 1 constraint, 0 where it holds for every witness. The order of the factors
    /// is of no account: `build` chooses it.
    ///
    /// - Throws: `CompileError.unsatisfiable` if it holds for none because everything is constant.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    public mutating func enforce(
        _ a: LinearCombination<F>, _ b: LinearCombination<F>, _ c: LinearCombination<F>
    ) throws(CompileError) {
        if let factor = a.constantValue ?? b.constantValue {
            let other = a.isConstant ? b : a
            if let residue = (factor * other - c).constantValue {
                guard residue.isZero else { throw .unsatisfiable(region: path) }
                return
            }
        }
        constraints.append(Constraint(a, b, c))
    }

    /// Demands `a = b`. Costs 1 constraint, 0 where it holds for every witness.
    ///
    /// - Throws: `CompileError.unsatisfiable` if it holds for none because both are constant.
    public mutating func enforceEqual(
        _ a: LinearCombination<F>, _ b: LinearCombination<F>
    ) throws(CompileError) {
        try enforce(a, 1, b)
    }

    /// Makes the public output of that index, counted from 0, equal to `value`. Costs 1 constraint.
    ///
    /// - Precondition: the output is not bound yet.
    public mutating func bindOutput(_ index: Int, to value: LinearCombination<F>) {
        claimOutput(index, computedFrom: [value])
        let wire = Wire(1 + index)
        steps.append(WitnessStep(rule: .value(value), firstWire: wire))
        constraints.append(Constraint(value, 1, LinearCombination(wire)))
    }
}
