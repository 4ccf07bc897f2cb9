import FiniteFields

/// The wires of linear combinations without their coefficients: an ascending list for each.
struct WireLists {
    private var starts = [0]
    private var wires: [UInt32] = []

    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    init<F: PrimeField>(
        _ constraints: [Constraint<F>], of factor: KeyPath<Constraint<F>, LinearCombination<F>>
    ) {
        for constraint in constraints {
            for term in constraint[keyPath: factor].terms { wires.append(term.wire.index) }
            starts.append(wires.count)
        }
    }

    var count: Int { starts.count - 1 }

    subscript(row: Int) -> ArraySlice<UInt32> { wires[starts[row]..<starts[row + 1]] }

    /// The number of different wires in all lists, each below `bound`.
    func distinctCount(below bound: Int) -> Int {
        var occurs = [Bool](repeating: false, count: bound)
        for wire in wires { occurs[Int(wire)] = true }
        return occurs.count { $0 }
    }
}
