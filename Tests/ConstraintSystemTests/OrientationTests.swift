import ConstraintSystem
import FiniteFields
import TestSupport
import Testing

@Suite struct OrientationTests {
    typealias F = F97
    typealias LC = LinearCombination<F>

    static func system(
        publicCount: Int = 0, wireCount: Int, _ rows: [(LC, LC, LC)]
    ) -> RankOneConstraintSystem<F> {
        RankOneConstraintSystem(
            publicOutputCount: 0, publicInputCount: publicCount, wireCount: wireCount,
            constraints: rows.map { Constraint($0.0, $0.1, $0.2) })
    }

    static func sum(_ wires: Int...) -> LC { .sum(ofTerms: wires.map { LC.Term(Wire($0), .one) }) }

    /// The price in multiplications of G1, counted here without the compiler's lists.
    static func price(_ system: RankOneConstraintSystem<F>) -> Int {
        func wires(_ combinations: [LC], and others: some Sequence<Int>) -> Set<Int> {
            Set(combinations.flatMap { $0.terms.map { Int($0.wire.index) } }).union(others)
        }
        let a = wires(system.constraints.map(\.a), and: 0...system.publicCount)
        let b = wires(system.constraints.map(\.b), and: [0])
        return a.count + 4 * b.count
    }

    static func swapped(
        _ system: RankOneConstraintSystem<F>, where isSwapped: (Int) -> Bool
    ) -> RankOneConstraintSystem<F> {
        var result = system
        for (index, row) in system.constraints.enumerated() where isSwapped(index) {
            result.constraints[index] = Constraint(row.b, row.a, row.c)
        }
        return result
    }

    static func random(rows: Int, wires: Int, using generator: inout SeededGenerator)
        -> RankOneConstraintSystem<F>
    {
        func factor() -> LC {
            .sum(
                ofTerms: (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                    LC.Term(Wire(Int.random(in: 0..<wires, using: &generator)), 2)
                })
        }
        return system(
            publicCount: 2, wireCount: wires, (0..<rows).map { _ in (factor(), factor(), sum(wires - 1)) })
    }

    @Test func sharedFactorsGoToB() {
        // Wires 1 and 2 meet five others each, written in turn on either side.
        let rows = (0..<10).map { row -> (LC, LC, LC) in
            let (shared, own) = (Self.sum(1 + row % 2), Self.sum(3 + row))
            return row % 3 == 0 ? (shared, own, 0) : (own, shared, 0)
        }
        var system = Self.system(publicCount: 2, wireCount: 13, rows)
        #expect(system.wiresInB > 2)
        system.orientFactors()
        #expect(system.wiresInB == 2 && system.wiresInA == 10 && system.wiresInC == 0)
    }

    @Test func whatBothFactorsHoldIsFree() {
        // Wire 1 is in B because of its square, so the products take it there, however few they are.
        var system = Self.system(
            wireCount: 5,
            [
                (Self.sum(1), Self.sum(2), 0), (Self.sum(1), Self.sum(1) - 1, 0),
                (Self.sum(1), Self.sum(3, 4), 0),
            ])
        system.orientFactors()
        #expect(system.wiresInB == 2 && system.wiresInA == 4)
        #expect(system.constraints[1].a == Self.sum(1), "nothing to gain: as written")
    }

    @Test func constantsGoToB() {
        var system = Self.system(wireCount: 3, [(1, Self.sum(1, 2), 5), (Self.sum(2), 3, 1)])
        system.orientFactors()
        #expect(system.constraints.map(\.b) == [1, 3])
    }

    /// In A for the sake of the verifier, so the product's other factor is better in B than in both.
    @Test func publicWiresAreInAAnyway() {
        var system = Self.system(publicCount: 1, wireCount: 3, [(Self.sum(2), Self.sum(1), 0)])
        system.orientFactors()
        #expect(system.constraints[0].a == Self.sum(1) && system.constraints[0].b == Self.sum(2))
    }

    @Test func anEmptySystemHasNothingToOrient() {
        var system = Self.system(wireCount: 1, [])
        system.orientFactors()
        #expect(system == Self.system(wireCount: 1, []))
        #expect(system.wiresInA == 0 && system.wiresInB == 0 && system.wiresInC == 0)
    }

    @Test func rowsStayTheSameUpToTheOrderOfTheirFactors() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<50 {
            let written = Self.random(rows: 30, wires: 25, using: &generator)
            var oriented = written
            oriented.orientFactors()
            #expect(
                zip(written.constraints, oriented.constraints)
                    .allSatisfy { $0 == $1 || $0 == Constraint($1.b, $1.a, $1.c) })
            var again = written
            again.orientFactors()
            #expect(again == oriented)
        }
    }

    /// Every order of all rows, tried out.
    @Test func theResultIsNeverWorseThanWrittenAndSeldomThanTheBest() {
        var generator = SeededGenerator(seed: 6)
        var (best, found, written) = (0, 0, 0)
        for _ in 0..<60 {
            let system = Self.random(rows: 9, wires: 12, using: &generator)
            var oriented = system
            oriented.orientFactors()
            let least = (0..<1 << 9).map { choice in
                Self.price(Self.swapped(system) { choice >> $0 & 1 == 1 })
            }.min()!
            #expect(least <= Self.price(oriented) && Self.price(oriented) <= Self.price(system))
            best += least
            found += Self.price(oriented)
            written += Self.price(system)
        }
        #expect(found - best <= (written - best) / 10)
    }

    @Test func circuitsAreOriented() throws {
        var builder = CircuitBuilder<F>(publicOutputCount: 0, publicInputCount: 1)
        let x = builder.publicInput(0)
        for index in 0..<4 {
            let w = builder.privateInput("w")
            try builder.region("row[\(index)]") { builder throws(CompileError) in
                try index % 2 == 0 ? builder.enforce(w, x, 6) : builder.enforce(x, w, 6)
            }
        }
        let circuit = builder.build()
        #expect(circuit.wiresInB == 1 && circuit.system.wiresInA == 4)
        #expect((0..<4).map { circuit.region(ofConstraint: $0) } == (0..<4).map { "row[\($0)]" })
        let witness = try circuit.witness(publicInputs: [2], privateInputs: [3, 3, 4, 3])
        #expect(circuit.satisfaction(of: witness) == .violated([.init(constraint: 2, region: "row[2]")]))
    }
}
