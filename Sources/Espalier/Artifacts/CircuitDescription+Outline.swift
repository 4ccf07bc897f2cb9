import ConstraintSystem

extension CircuitDescription {
    /// Which region made each constraint and each private wire, and which private wires the statement gives
    /// (pixels and weights that only the prover knows). From this the circuit can be audited again.
    ///
    /// Untrusted as all of the file: a wire that is called given although a prover may choose it makes an
    /// audit worthless. Who has the network finds that out (`CircuitFile.recompiled`); for everybody else the
    /// audit says what it took as given.
    public struct Outline: Codable, Hashable, Sendable {
        /// Consecutive constraints that one region made itself.
        public struct Constraints: Codable, Hashable, Sendable {
            public var region: String
            public var count: Int
        }

        /// Consecutive private wires of one region and one name.
        public struct Wires: Codable, Hashable, Sendable {
            public var region: String
            public var name: String
            public var count: Int
            public var given: Bool
        }

        /// In the order of the constraints.
        public var constraints: [Constraints]
        /// In the order of the private wires.
        public var wires: [Wires]
    }
}

extension CircuitDescription.Outline {
    init(_ outline: CircuitOutline) {
        constraints = outline.constraints.map { Constraints(region: $0.region, count: $0.count) }
        wires = outline.wires.map {
            Wires(region: $0.region, name: $0.name, count: $0.count, given: $0.isGiven)
        }
    }

    /// The outline as the audit takes it.
    ///
    /// - Precondition: `isPlausible` for some description.
    var outline: CircuitOutline {
        CircuitOutline(
            constraints: constraints.map { .init(region: $0.region, count: $0.count) },
            wires: wires.map { .init(region: $0.region, name: $0.name, count: $0.count, isGiven: $0.given) })
    }

    /// Whether the outline has the numbers of a description, and gives the private wires that its options name:
    /// pixels where they are private (those that are read, so perhaps not all), weights where they are, and no others.
    func isPlausible(for description: CircuitDescription) -> Bool {
        let (publicWires, overflow) = description.publicOutputs
            .addingReportingOverflow(description.publicInputs)
        guard !overflow, description.wires > publicWires,
            Self.sum(constraints.map(\.count)) == description.constraints,
            Self.sum(wires.map(\.count)) == description.wires - 1 - publicWires,
            Self.sum(wires.filter(\.given).map(\.count)) == description.privateInputs,
            constraints.allSatisfy({ Self.isName($0.region) }),
            wires.allSatisfy({ Self.isName($0.region) && Self.isName($0.name) })
        else { return false }
        // The counts add up without overflow, so these do.
        let pixels = wires.lazy.filter { $0.given && Self.isPixel($0.region) }.reduce(0) { $0 + $1.count }
        let greatest = description.options.input == .private ? description.inputExtents.reduce(1, *) : 0
        return pixels <= greatest
            && (description.options.weights == .private || pixels == description.privateInputs)
    }

    /// Whether a region is that of a private pixel.
    static func isPixel(_ region: String) -> Bool { region.hasPrefix("input/pixel[") }

    private static func sum(_ counts: [Int]) -> Int? {
        var sum = 0
        for count in counts {
            let (next, overflow) = sum.addingReportingOverflow(count)
            guard count > 0, !overflow else { return nil }
            sum = next
        }
        return sum
    }

    /// Names are printed, so they are short, and on one line.
    private static func isName(_ text: String) -> Bool {
        text.utf8.count <= 4096 && text.onSingleLine == text
    }
}
