import ConstraintSystem
import FiniteFields
import TestSupport
import Testing

@Suite struct CircuitBuilderTests {
    typealias LC = LinearCombination<F97>

    @Test func wiresAreOrderedAsInFiles() {
        var builder = CircuitBuilder<F97>(publicOutputCount: 2, publicInputCount: 3)
        #expect(builder.publicInput(0) == LC(Wire(3)))
        #expect(builder.publicInput(2) == LC(Wire(5)))
        #expect(builder.privateInput("secret") == LC(Wire(6)))
        #expect(builder.derive("value", by: .value(builder.publicInput(1))) == [Wire(7)])
        builder.bindOutput(0, to: 1)
        builder.bindOutput(1, to: LC(Wire(7)))
        let circuit = builder.build()
        #expect(circuit.system.wireCount == 8 && circuit.system.publicCount == 5)
        #expect(
            (0..<8).map { circuit.name(of: Wire($0)) } == [
                "one", "output[0]", "output[1]", "input[0]", "input[1]", "input[2]", "secret", "value",
            ])
    }

    @Test func constraintsBetweenConstantsCostNothing() throws {
        var builder = CircuitBuilder<F97>(publicOutputCount: 0, publicInputCount: 1)
        let x = builder.publicInput(0)
        try builder.enforce(3, 4, 12)
        try builder.enforce(3, x, 3 * x)
        try builder.enforce(x + 1, 0, 0)
        try builder.enforceEqual(x, x)
        #expect(builder.constraints.isEmpty)
        try builder.enforce(3, x, 12)
        try builder.enforce(x, x, x)
        try builder.enforce(2, 2, x)
        #expect(builder.constraints.count == 3)
    }

    @Test func impossibleConstantsNameTheirRegion() throws {
        var builder = CircuitBuilder<F97>(publicOutputCount: 0, publicInputCount: 1)
        let x = builder.publicInput(0)
        for (a, b, c) in [(3, 4, 13), (x, 2, 2 * x + 1), (0, x, 1)] as [(LC, LC, LC)] {
            #expect(throws: CompileError.unsatisfiable(region: "outer/inner")) {
                try builder.region("outer") { builder throws(CompileError) in
                    try builder.region("inner") { builder throws(CompileError) in try builder.enforce(a, b, c)
                    }
                }
            }
        }
        // Errors close the regions on their way.
        #expect(builder.path == "")
    }

    /// a: 1 own, a/b twice 2 + 1, a/b/c 1; d: none; outside: 1.
    static func nested() throws -> Circuit<F97> {
        var builder = CircuitBuilder<F97>(publicOutputCount: 0, publicInputCount: 1)
        let x = builder.publicInput(0)
        try builder.region("a") { builder throws(CompileError) in
            try builder.region("b") { builder throws(CompileError) in
                try builder.enforce(x, x, 1)
                try builder.region("c") { builder throws(CompileError) in try builder.enforce(x, x, 1) }
                try builder.enforce(x, x, 1)
            }
            try builder.enforce(x, x, 1)
            try builder.region("b") { builder throws(CompileError) in try builder.enforce(x, x, 1) }
        }
        builder.region("d") { _ in }
        try builder.enforce(x, x, 1)
        return builder.build()
    }

    @Test func regionsKnowTheirConstraints() throws {
        let circuit = try Self.nested()
        #expect(circuit.regions.map(\.path) == ["a", "a/b", "a/b/c", "a/b", "d"])
        #expect(circuit.regions.map(\.constraints) == [0..<5, 0..<3, 1..<2, 4..<5, 5..<5])
        #expect(
            (0..<6).map { circuit.region(ofConstraint: $0) } == ["a/b", "a/b/c", "a/b", "a", "a/b", ""])
    }

    @Test func costsAddUpAtEveryDepth() throws {
        let circuit = try Self.nested()
        typealias Cost = Circuit<F97>.Cost
        func costs(_ depth: Int) -> [String] {
            circuit.costs(depth: depth).map { "\($0.path):\($0.constraints)" }
        }
        #expect(costs(0) == [":6"])
        #expect(costs(1) == ["a:5", "d:0", ":1"])
        #expect(costs(2) == ["a:1", "a/b:4", "d:0", ":1"])
        #expect(costs(9) == ["a:1", "a/b:3", "a/b/c:1", "d:0", ":1"])
    }

    @Test func equalCircuitsHashEqually() throws {
        let (one, other) = (try Self.nested(), try Self.nested())
        #expect(one == other && one.hashValue == other.hashValue)
    }
}
