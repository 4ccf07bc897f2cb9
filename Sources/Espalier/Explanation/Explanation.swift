import CircuitFormats

/// An equation on its way to a proof, step by step: gates, constraint matrices, a witness, polynomials, and where it
/// has a solution in integers a real proof.
///
/// Follows the worked example of the paper that started the project, and compares itself with it when asked for that
/// very equation. See `Documentation/WorkedExample.md`.
public struct Explanation: Sendable {
    /// What to explain, and how far.
    public struct Options: Sendable {
        /// Values of variables; the others are looked for.
        public var assignments: [VariableAssignment] = []
        /// Significant digits of an irrational root, 1 … 30.
        public var digits = 6
        /// The bits of each variable in a proof, sign included, 2 … 64.
        public var bits = 16
        public var curve = CurveName.bn254
        /// Whether to make a proof.
        public var isProved = true

        public init() {}
    }

    let options: Options
    let flattened: FlattenedEquation
    let constraints: GateConstraints
    let freeAdditions: FreeAdditions
    let program: QuadraticProgram
    let result: EquationSolver.Result
    let comparison: PublishedComparison?
    let proof: EquationProof?
    /// Why there is no proof; nil if there is, or none was asked for.
    let obstacle: String?
    let fieldSolutions: FieldSolutions?

    /// Explains an equation such as `x^4 + 2*x + 7 == 50`.
    ///
    /// A few hundredths of a second, or up to some seconds where many integers have to be tried.
    ///
    /// - Parameters:
    ///   - text: two polynomials joined by `==` or `=`: numbers, names, + − * ^ and parentheses. At most 1000
    ///     characters, 64 gates, and degree 32.
    ///   - progress: told about the proof.
    /// - Throws: `EquationError` with the column where the text is no equation, for one that is too large, and for
    ///   values that do not solve it. That there is no solution is no error.
    public init(
        of text: String, _ options: Options = Options(), progress: @escaping ProgressHandler = { _ in }
    ) throws {
        precondition((1...30).contains(options.digits), "1 … 30 digits")
        precondition((2...64).contains(options.bits), "2 … 64 bits")
        let equation = try Equation(text)
        let flattened = try EquationFlattener.flatten(equation)
        let constraints = GateConstraints(flattened)
        let program = QuadraticProgram(constraints)
        // The paper's digits are needed where its example is compared.
        let solver = try EquationSolver(
            flattened, assignments: options.assignments,
            digits: max(options.digits, PublishedExample.digits))
        result = try solver.run()
        comparison = PublishedComparison(flattened, constraints, program, result.solution)
        freeAdditions = FreeAdditions(flattened)
        self.options = options
        self.flattened = flattened
        self.constraints = constraints
        self.program = program
        guard options.isProved else {
            (proof, obstacle, fieldSolutions) = (nil, nil, nil)
            return
        }
        (proof, obstacle, fieldSolutions) = try Self.prove(
            flattened, result.solution, options, on: options.curve.curve, progress)
    }

    private static func prove<Curve: InterchangeCurve>(
        _ flattened: FlattenedEquation, _ solution: EquationSolution?, _ options: Options,
        on curve: Curve.Type, _ progress: @escaping ProgressHandler
    ) throws -> (EquationProof?, String?, FieldSolutions?) {
        var proof: EquationProof?
        var obstacle: String?
        do {
            let prover = try EquationProver(flattened, bits: options.bits, on: curve)
            guard let solution else { throw ProofObstacle.noIntegers }
            proof = try prover.prove(solution, progress: progress)
        } catch let reason as ProofObstacle {
            obstacle = reason.description
        }
        let fieldSolutions = try EquationProver<Curve>.fieldSolutions(
            of: flattened, bits: options.bits, on: curve)
        return (proof, obstacle, fieldSolutions)
    }

    /// The solution's values of all wires, ~one first.
    var witness: [Rational]? { result.solution.map { flattened.wireValues($0.values) } }

    /// The same with an irrational root cut to the digits asked for.
    var cutWitness: [Rational]? {
        result.solution.map { flattened.wireValues($0.cut(to: options.digits)) }
    }
}
