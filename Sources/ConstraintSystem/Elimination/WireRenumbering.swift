import FiniteFields

/// New numbers of the wires that stay when some are taken out; their order is kept.
struct WireRenumbering {
    private var numbers: [UInt32]

    /// - Parameter wires: ascending, each below `count`.
    init(removing wires: [Wire], of count: Int) {
        numbers = Array(0..<UInt32(count))
        for (removed, wire) in wires.enumerated() {
            let end = removed + 1 < wires.count ? Int(wires[removed + 1].index) : count
            for index in Int(wire.index)..<end { numbers[index] -= UInt32(removed + 1) }
        }
    }

    /// Returns the new number of a wire that stays; of one that goes, that of the wire before it.
    subscript(wire: Wire) -> Wire { Wire(Int(numbers[Int(wire.index)])) }

    /// - Precondition: no wire of the combination goes.
    func renumbered<F: PrimeField>(_ combination: LinearCombination<F>) -> LinearCombination<F> {
        LinearCombination(uncheckedTerms: combination.terms.map { .init(self[$0.wire], $0.coefficient) })
    }

    /// Returns the groups without the wires that go, and without groups of which all go.
    func renumbered(_ groups: [WireGroup]) -> [WireGroup] {
        groups.compactMap { group in
            // A wire that goes has the number of the last one before it that stays.
            let before = numbers[group.firstWire - 1]
            let last = numbers[group.firstWire + group.count - 1]
            guard last > before else { return nil }
            return WireGroup(
                name: group.name, firstWire: Int(before) + 1, count: Int(last - before), region: group.region)
        }
    }
}
