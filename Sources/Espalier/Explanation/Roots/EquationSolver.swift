/// Looks for a solution of an equation, some of its variables given.
struct EquationSolver {
    /// A real value of the one variable that was free.
    struct Root: Hashable, Sendable {
        /// The root, or a fraction very close to it.
        let value: Rational
        let isExact: Bool
    }

    /// What was found.
    struct Result: Sendable {
        let solution: EquationSolution?
        /// All real roots in the one variable that was free, in increasing order; empty where others were.
        let roots: [Root]
        /// Why there is no solution.
        let reason: String?
    }

    private let flattened: FlattenedEquation
    /// A value for each variable, nil for those to look for.
    private let given: [Rational?]
    private let digits: Int

    /// How close a value is to the irrational root that it stands for, in bits of its size.
    static let precision = 160

    /// - Parameters:
    ///   - assignments: values of variables by name.
    ///   - digits: significant digits that a root must be certain of.
    /// - Throws: `EquationError` for a name that is no variable.
    init(
        _ flattened: FlattenedEquation, assignments: [VariableAssignment], digits: Int
    ) throws(EquationError) {
        var given = [Rational?](repeating: nil, count: flattened.variables.count)
        let source = flattened.equation.source
        for assignment in assignments {
            guard let index = flattened.variables.firstIndex(of: assignment.name) else {
                throw EquationError(
                    .unknownVariable(assignment.name, known: flattened.variables), in: source)
            }
            guard given[index] == nil else {
                throw EquationError(.repeatedAssignment(assignment.name), in: source)
            }
            given[index] = assignment.value
        }
        self.flattened = flattened
        self.given = given
        self.digits = digits
    }

    /// Looks for a solution: with one variable free among all real roots, with several among small integers
    /// first, then for a real value of the first of them with small integers for the others.
    ///
    /// - Throws: `EquationError` if all variables are given and do not solve the equation.
    func run() throws(EquationError) -> Result {
        let free = given.indices.filter { given[$0] == nil }
        switch free.count {
        case 0:
            let values = given.compactMap { $0 }
            let value = flattened.output(values)
            guard value == flattened.target else {
                let code = EquationError.Code.notASolution(
                    value: value.exact, target: flattened.target.exact)
                throw EquationError(code, in: flattened.equation.source)
            }
            return Result(
                solution: EquationSolution(values: values, irrational: nil), roots: [], reason: nil)
        case 1:
            let (solution, roots) = solve(for: free[0], given)
            let reason = solution == nil ? "no real number solves the equation" : nil
            return Result(solution: solution, roots: roots, reason: reason)
        default: return search(free)
        }
    }

    /// Returns the preferred root and all of them: integers before others, then what is not negative, then what
    /// is closest to 0.
    private func solve(
        for variable: Int, _ given: [Rational?]
    ) -> (solution: EquationSolution?, roots: [Root]) {
        func solution(_ value: Rational, isExact: Bool) -> EquationSolution {
            EquationSolution(
                values: given.map { $0 ?? value }, irrational: isExact ? nil : variable)
        }
        let polynomial = flattened.polynomial(given).numerator
        if polynomial.isZero { return (solution(.zero, isExact: true), []) }
        var candidates: [EquationSolution] = []
        for var root in RealRoots.roots(of: polynomial) {
            let value = root.value(digits: digits, bits: Self.precision)
            candidates.append(solution(value, isExact: root.exact != nil))
        }
        func rank(_ candidate: EquationSolution) -> (Int, Int, Rational) {
            let value = candidate.values[variable]
            let isInteger = candidate.isExact && value.isInteger
            return (isInteger ? 0 : 1, value < .zero ? 1 : 0, value.magnitude)
        }
        let best = candidates.min { rank($0) < rank($1) }
        return (best, candidates.map { Root(value: $0.values[variable], isExact: $0.isExact) })
    }

    private func search(_ free: [Int]) -> Result {
        var integers = IntegerSearch(flattened, given: given)
        if let values = integers.run() {
            let solution = EquationSolution(values: values, irrational: nil)
            return Result(solution: solution, roots: [], reason: nil)
        }
        for radius in 0...3 {
            if let solution = realSolution(Array(free.dropFirst()), given, radius: radius) {
                return Result(solution: solution, roots: [], reason: nil)
            }
            // More would take long.
            if free.count > 3 { break }
        }
        let reason =
            "no solution was found: all integers up to \(integers.radius) in size were tried, and real values "
            + "for small integers; give values with --set NAME=NUMBER"
        return Result(solution: nil, roots: [], reason: reason)
    }

    /// Solves for the one free variable that is left, the others running through the integers up to `radius`.
    private func realSolution(
        _ others: [Int], _ given: [Rational?], radius: Int
    ) -> EquationSolution? {
        guard let variable = others.first else {
            return given.firstIndex { $0 == nil }.flatMap { solve(for: $0, given).solution }
        }
        var given = given
        for value in Array(0...radius) + (1..<radius + 1).map({ -$0 }) {
            given[variable] = Rational(value)
            if let found = realSolution(Array(others.dropFirst()), given, radius: radius) { return found }
        }
        return nil
    }
}
