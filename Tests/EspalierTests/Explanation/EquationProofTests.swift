import Espalier
import Testing

@Suite struct EquationProofTests {
    typealias Scalar = BN254.ScalarField

    @Test(
        arguments: [
            ("x^3 + x + 5 == 35", 19, "35"), ("(x + 0.5)^2 == 6.25", 18, "25"), ("x^2 + y^2 == 25", 35, "25"),
            ("x^2 == 2*x + 3", 18, "0"), ("x^3 == -27", 19, nil), ("0.5*x == 3", 17, "6"),
        ] as [(String, Int, String?)]) func provesIntegers(
            equation: String, constraints: Int, publicValue: String?
        ) throws
    {
        let explanation = try ExplanationJSON(equation, isProved: true)
        let proof = try #require(explanation.proof, "\(explanation.noProof ?? "")")
        #expect(proof.constraints == constraints)
        #expect(proof.regions.reduce(0) { $0 + $1.constraints } == constraints)
        if let publicValue { #expect(proof.publicValue == publicValue) }
        #expect(proof.refusals.count == 2)
        #expect(proof.statement.contains("from −32,768 to 32,767 with \(equation)"))
    }

    @Test func provesOnTheOtherCurve() throws {
        let explanation = try ExplanationJSON("x^3 + x + 5 == 35", isProved: true) { $0.curve = .bls12381 }
        #expect(explanation.proof?.constraints == 19)
        #expect(explanation.proof?.publicValue == "35")
    }

    @Test func refusesWhatCouldWrapAround() throws {
        let wide = try ExplanationJSON("x^32 == 4294967296", isProved: true)
        #expect(wide.proof == nil)
        #expect(try #require(wide.noProof).contains("--bits 8"))
        let narrow = try ExplanationJSON("x^32 == 4294967296", isProved: true) { $0.bits = 8 }
        #expect(narrow.proof != nil)
        // (2^63)^4 = 2^252 is below the field's 2^253.6, and 16 times as much is not.
        #expect(try ExplanationJSON("x^4 == 1", isProved: true) { $0.bits = 64 }.proof != nil)
        #expect(try ExplanationJSON("16*x^4 == 16", isProved: true) { $0.bits = 64 }.proof == nil)
        // Nor is any other number of bits when a constant alone is beyond the field.
        let large = try ExplanationJSON("x - (10^19)^4*y == 10*(10^19)^4", set: "y=-10", isProved: true) {
            $0.bits = 4
        }
        #expect(try #require(large.noProof).contains("no number of bits"))
    }

    @Test func refusesValuesOutsideTheirRange() throws {
        let large = try ExplanationJSON("x == 40000", isProved: true)
        #expect(try #require(large.noProof).contains("--bits"))
        #expect(try ExplanationJSON("x == 40000", isProved: true) { $0.bits = 17 }.proof != nil)
        #expect(try ExplanationJSON("x == -32768", isProved: true).proof != nil)
        #expect(try ExplanationJSON("x == 32768", isProved: true).proof == nil)
        #expect(try ExplanationJSON("x^2 == 2", isProved: true).proof == nil)
        #expect(try ExplanationJSON("2*x == 1", isProved: true).proof == nil)
    }

    /// What a cheating prover could choose: a solution in the field that is no integer. Without range checks the
    /// verifier accepts it.
    @Test func theFieldHasSolutionsOfItsOwn() throws {
        // −1 is a square modulo BN254's r, so there is a root of an equation that has no real one.
        let found = try #require(try ExplanationJSON("x^2 == -1", isProved: true).fieldSolutions)
        #expect(found.count == 2 && found.foreignCount == 2)
        #expect(found.isAcceptedWithoutRangeChecks)
        #expect(try #require(found.refusal).contains("range of x"))
        let root = try #require(found.example.flatMap { Scalar(decimal: $0) })
        #expect(root * root == -1)

        let mixed = try #require(try ExplanationJSON("x^3 + x + 5 == 35", isProved: true).fieldSolutions)
        #expect(mixed.count == mixed.foreignCount + 1)
        let integers = try #require(
            try ExplanationJSON("(x - 1)*(x + 2)^2*(x - 3) == 0", isProved: true).fieldSolutions)
        #expect(integers.count == 3 && integers.foreignCount == 0 && integers.example == nil)
        #expect(try ExplanationJSON("x*y == 6", isProved: true).fieldSolutions == nil)
    }

    @Test func noBitsMakeAForeignSolutionPass() throws {
        let found = try ExplanationJSON("x^2 == -1", isProved: true).fieldSolutions
        let root = try #require(found?.example.flatMap { Scalar(decimal: $0) })
        let bits = 5
        let checked = try EquationCircuit<Scalar>(of: "x^2 == -1", bits: bits)
        let open = try EquationCircuit<Scalar>(of: "x^2 == -1", bits: nil)
        let honest = try open.circuit.witness(publicInputs: [], privateInputs: [root])
        #expect(open.circuit.satisfaction(of: honest) == .satisfied)
        #expect(honest[Wire(1)] == checked.target)

        // Wires: one, output, x, the upper bits, the product. All choices of bits, and others than bits.
        let open0 = (0..<4).map { honest[Wire($0)] }
        let offset = Scalar(1 << (bits - 1))
        var attempts = (0..<1 << (bits - 1)).map { choice in
            (0..<bits - 1).map { Scalar(choice >> $0 & 1) }
        }
        // The lowest bit is what is left: these make it 0.
        attempts.append(
            [(root + offset) * Scalar(2).inverse()!] + [Scalar](repeating: .zero, count: bits - 2))
        for chosen in attempts {
            let witness = Witness(open0[0..<3] + chosen + open0[3...])
            guard case .violated(let violations) = checked.circuit.satisfaction(of: witness) else {
                Issue.record("\(chosen) passes")
                continue
            }
            #expect(violations.allSatisfy { $0.region == "range of x" })
        }
    }

    @Test(arguments: [2, 5, 16]) func rangesAreExact(bits: Int) throws {
        let circuit = try EquationCircuit<Scalar>(of: "x == 1", bits: bits).circuit
        let half = 1 << (bits - 1)
        for value in [-half, -1, 0, 1, half - 1] {
            let witness = try circuit.witness(publicInputs: [], privateInputs: [Scalar(value)])
            #expect(circuit.satisfaction(of: witness) == .satisfied)
            #expect(witness[Wire(1)] == Scalar(value))
        }
        for value in [-half - 1, half, 2 * half] {
            #expect(throws: WitnessError.self) {
                _ = try circuit.witness(publicInputs: [], privateInputs: [Scalar(value)])
            }
        }
    }

    /// The prover chooses the variables and nothing else.
    @Test(arguments: ["x^4 + 2*x + 7 == 50", "x^2*y - 0.5*y^3 == 25", "(x - y)^5 == x*y*z + 3", "x^0 == 1"])
    func variablesDetermineAllWires(equation: String) throws {
        for bits in [nil, 16] {
            let circuit = try EquationCircuit<Scalar>(of: equation, bits: bits).circuit
            #expect(DeterminismAudit(circuit).run().isDeterministic)
        }
    }
}
