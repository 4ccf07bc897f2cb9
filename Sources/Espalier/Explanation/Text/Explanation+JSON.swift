/// In JSON numbers that may be fractions are texts: `-25/12`.
extension Explanation: Encodable {
    private struct Contents: Encodable {
        struct GateContents: Encodable {
            let output: String
            let definition: String
        }

        struct Matrices: Encodable {
            let a: [[Rational]]
            let b: [[Rational]]
            let c: [[Rational]]
        }

        struct Solution: Encodable {
            let values: [String: Rational]
            let isExact: Bool
            /// With irrational roots cut to so many digits.
            let digits: Int?
            let cutWitness: [Rational]?
            let witness: [Rational]
            let realRoots: [Rational]
        }

        struct Check: Encodable {
            let quotient: [Rational]
            let remainder: [Rational]
        }

        let equation: String
        let variables: [String]
        let target: Rational
        let gates: [GateContents]
        let constraintsWithFreeAdditions: [String]
        let wires: [String]
        let matrices: Matrices
        /// For each wire the coefficients, the constant one first.
        let polynomials: Matrices
        let vanishing: [Rational]
        let solution: Solution?
        let noSolution: String?
        let check: Check?
        let paper: PublishedComparison?
        let proof: EquationProof?
        let noProof: String?
        let fieldSolutions: FieldSolutions?
    }

    public func encode(to encoder: any Encoder) throws {
        let count = program.count
        func coefficients(_ polynomials: [RationalPolynomial]) -> [[Rational]] {
            polynomials.map { $0.coefficients(count) }
        }
        // An irrational root stands there as a fraction that is close to it, and 40 digits say enough of what
        // follows from it.
        let isExact = result.solution?.isExact ?? true
        func short(_ values: [Rational]) -> [Rational] { isExact ? values : values.map { $0.cut(to: 40) } }
        let solution = result.solution.map { solution in
            Contents.Solution(
                values: Dictionary(uniqueKeysWithValues: zip(flattened.variables, short(solution.values))),
                isExact: isExact, digits: isExact ? nil : options.digits,
                cutWitness: isExact ? nil : cutWitness, witness: short(witness ?? []),
                realRoots: result.roots.map { $0.isExact ? $0.value : $0.value.cut(to: 40) })
        }
        let division = witness.map { program.division(by: $0.dropLast() + [flattened.target]) }
        let contents = Contents(
            equation: flattened.equation.source, variables: flattened.variables, target: flattened.target,
            gates: flattened.gates.map { gate in
                let (output, definition) = flattened.text(gate)
                return .init(output: output, definition: definition)
            }, constraintsWithFreeAdditions: freeAdditions.constraints, wires: flattened.wires,
            matrices: .init(a: constraints.a, b: constraints.b, c: constraints.c),
            polynomials: .init(
                a: coefficients(program.a), b: coefficients(program.b), c: coefficients(program.c)),
            vanishing: program.vanishing.coefficients(count + 1), solution: solution,
            noSolution: result.solution == nil ? result.reason : nil,
            check: division.map { division in
                .init(
                    quotient: short(division.quotient.coefficients(max(0, division.quotient.degree + 1))),
                    remainder: short(division.remainder.coefficients(max(0, division.remainder.degree + 1))))
            }, paper: comparison, proof: proof, noProof: obstacle, fieldSolutions: fieldSolutions)
        try contents.encode(to: encoder)
    }
}
