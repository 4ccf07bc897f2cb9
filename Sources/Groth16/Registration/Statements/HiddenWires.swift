/// Which instance wires of a circuit are hidden, and what they are.
///
/// Every instance wire has one role, so that no two sets of hidden wires overlap, and wires of one role are in the
/// order of the key: accumulator j is the j-th of them.
public struct HiddenWires: Hashable, Sendable {
    /// The roles of the constant 1 and of all instance wires, in the order of the key's input points.
    public let roles: [WireRole]
    /// How many of the first instance wires are outputs.
    public let outputCount: Int
    /// The instance wires whose values the verifier knows, outputs first.
    public let known: [Int]
    /// z_j
    public let accumulators: [Int]
    /// K
    public let committed: [Int]
    public let inputs: [Int]
    /// m
    public let mask: Int

    /// Returns a layout in which all wires that are not named are known to the verifier.
    ///
    /// Each list is in ascending order of wires, the way they lie in the key.
    ///
    /// - Parameters:
    ///   - instanceCount: of wires with a point in the verifying key, the constant not counted.
    ///   - outputCount: how many of them are outputs, the first ones, which cannot be hidden.
    /// - Throws: `RegistrationError` naming the first wire that is the constant, an output, none of the instance,
    ///   in two places, or out of order; `.sizesDiffer` if there are more outputs than instance wires.
    public init(
        instanceCount: Int, outputCount: Int, accumulators: [Int] = [], committed: [Int] = [],
        inputs: [Int] = [], mask: Int
    ) throws(RegistrationError) {
        guard outputCount >= 0, instanceCount >= outputCount else {
            throw RegistrationError(.sizesDiffer, "outputs")
        }
        var roles = [WireRole](repeating: .known, count: instanceCount + 1)
        roles[0] = .constant
        let lists: [([Int], WireRole)] = [
            (accumulators, .accumulator), (committed, .committed), (inputs, .input), ([mask], .mask),
        ]
        for (wires, role) in lists {
            var last = 0
            for wire in wires {
                if wire == 0 { throw RegistrationError(.hiddenConstant, "wires[0]") }
                guard roles.indices.contains(wire) else {
                    throw RegistrationError(.wireOutOfRange, "wires[\(wire)]")
                }
                if wire <= outputCount { throw RegistrationError(.hiddenOutput, "wires[\(wire)]") }
                if roles[wire] != .known { throw RegistrationError(.overlappingWires, "wires[\(wire)]") }
                if wire < last { throw RegistrationError(.wiresOutOfOrder, "wires[\(wire)]") }
                roles[wire] = role
                last = wire
            }
        }
        self.roles = roles
        (self.accumulators, self.committed, self.inputs) = (accumulators, committed, inputs)
        self.mask = mask
        self.outputCount = outputCount
        known = roles.indices.filter { roles[$0] == .known }
    }

    /// The number of instance wires, the constant not counted.
    public var instanceCount: Int { roles.count - 1 }

    /// Whether the circuit has wires that a registered model must answer for.
    public var needsModel: Bool { !accumulators.isEmpty || !committed.isEmpty }

    /// The wires that a column may contain: accumulators, and last the mask.
    var columnBases: [Int] { accumulators + [mask] }
    /// The wires that D may contain: committed wires, accumulators, and last the mask.
    var constantBases: [Int] { committed + accumulators + [mask] }
    /// The wires that a committed input may contain, and last the mask.
    var inputBases: [Int] { inputs + [mask] }
}
