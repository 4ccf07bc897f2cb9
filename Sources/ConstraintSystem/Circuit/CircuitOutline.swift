/// Which part of a circuit made each constraint and each private wire: names for messages, as runs of
/// neighbours. No proof rests on them.
public struct CircuitOutline: Hashable, Sendable {
    /// Consecutive constraints that one region made itself, nested regions apart.
    public struct Constraints: Hashable, Sendable {
        /// The path of the region; empty outside of all.
        public let region: String
        public let count: Int

        public init(region: String, count: Int) {
            self.region = region
            self.count = count
        }
    }

    /// Consecutive private wires of one region and one name.
    public struct Wires: Hashable, Sendable {
        /// The path of the innermost region that made them; empty outside of all.
        public let region: String
        public let name: String
        public let count: Int
        /// Whether the statement takes them as given.
        public let isGiven: Bool

        public init(region: String, name: String, count: Int, isGiven: Bool) {
            self.region = region
            self.name = name
            self.count = count
            self.isGiven = isGiven
        }
    }

    /// In the order of the constraints.
    public let constraints: [Constraints]
    /// In the order of the private wires.
    public let wires: [Wires]

    /// How many constraints, and how many private wires, come before each run; the last entries are all.
    private let constraintStarts: [Int]
    private let wireStarts: [Int]

    /// - Precondition: counts are not negative, and their sums fit an integer.
    public init(constraints: [Constraints], wires: [Wires]) {
        self.constraints = constraints
        self.wires = wires
        constraintStarts = Self.starts(constraints.map(\.count))
        wireStarts = Self.starts(wires.map(\.count))
    }

    public var constraintCount: Int { constraintStarts[constraints.count] }

    public var privateWireCount: Int { wireStarts[wires.count] }

    /// The positions, among the private wires, of those that are given.
    public var givenPositions: [Int] {
        wires.indices.filter { wires[$0].isGiven }.flatMap { wireStarts[$0]..<wireStarts[$0 + 1] }
    }

    /// The region of a constraint; empty outside of all.
    ///
    /// - Precondition: `0 ≤ index < constraintCount`.
    public func region(ofConstraint index: Int) -> String {
        constraints[Self.run(of: index, in: constraintStarts)].region
    }

    /// The run of a private wire, and its place in the run.
    ///
    /// - Precondition: `0 ≤ position < privateWireCount`.
    public func place(ofPrivateWire position: Int) -> (run: Wires, index: Int) {
        let run = Self.run(of: position, in: wireStarts)
        return (wires[run], position - wireStarts[run])
    }

    private static func starts(_ counts: [Int]) -> [Int] {
        var starts = [0]
        for count in counts {
            precondition(count >= 0, "a run has no negative length")
            starts.append(starts[starts.count - 1] + count)
        }
        return starts
    }

    /// The last run that begins at or before an index; runs before it may be empty.
    private static func run(of index: Int, in starts: [Int]) -> Int {
        precondition(index >= 0 && index < starts[starts.count - 1], "the index is one of the outline's")
        var low = 0
        var high = starts.count - 1
        while low + 1 < high {
            let middle = (low + high) / 2
            if starts[middle] <= index { low = middle } else { high = middle }
        }
        return low
    }
}
