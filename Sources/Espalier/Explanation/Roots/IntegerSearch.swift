import BigInt

/// Looks for small integers that solve an equation.
///
/// Goes outwards from 0 in cubes, and in each prefers numbers without a sign. Computes modulo the prime 2^61 − 1
/// first, which no denominator of a decimal is divisible by; what solves the equation there is tried exactly.
struct IntegerSearch {
    /// Evaluations after which it gives up; a million of an equation of up to twenty gates, fewer of a longer one, so
    /// that the time does not depend on the equation.
    private let budget: Int

    private struct Step {
        let operation: Gate.Operation
        let left: Int
        let right: Int
    }

    private let flattened: FlattenedEquation
    private let given: [Rational?]
    private let free: [Int]
    private let steps: [Step]
    private let target: UInt64
    /// The values of variables, numbers and gates.
    private var values: [UInt64]
    private var integers: [Int]
    private var evaluations = 0
    /// The largest magnitude of which all were tried.
    private(set) var radius = -1

    /// - Parameter given: a value for each variable, nil for those to look for.
    init(_ flattened: FlattenedEquation, given: [Rational?]) {
        self.flattened = flattened
        self.given = given
        free = given.indices.filter { given[$0] == nil }
        target = Residue.of(flattened.target)
        integers = [Int](repeating: 0, count: given.count)
        budget = 20_000_000 / max(20, flattened.gates.count)
        var values = given.map { $0.map(Residue.of) ?? 0 }
        var places = Array(values.indices)
        var numbers: [(Gate, [Int?])] = []
        for gate in flattened.gates {
            let operands = [gate.left, gate.right].map { operand -> Int? in
                guard case .constant(let number) = operand else { return nil }
                values.append(Residue.of(number))
                return values.count - 1
            }
            numbers.append((gate, operands))
        }
        let firstGate = values.count
        places += numbers.indices.map { firstGate + $0 }
        steps = numbers.map { gate, operands in
            func place(_ operand: Gate.Operand, _ known: Int?) -> Int {
                if case .wire(let wire) = operand { return places[wire - FlattenedEquation.firstVariable] }
                return known ?? 0
            }
            return Step(
                operation: gate.operation, left: place(gate.left, operands[0]),
                right: place(gate.right, operands[1]))
        }
        self.values = values + numbers.map { _ in 0 }
    }

    /// Returns the first solution, one value for each variable, or nil if the budget is spent.
    mutating func run() -> [Rational]? {
        while evaluations < budget {
            if let solution = search(0, norm: radius + 1, reached: radius + 1 == 0) { return solution }
            if evaluations < budget { radius += 1 }
        }
        return nil
    }

    /// Tries all values of the free variables from `position` on, the largest magnitude being `norm`.
    private mutating func search(_ position: Int, norm: Int, reached: Bool) -> [Rational]? {
        guard position < free.count else { return solution() }
        let isLast = position == free.count - 1
        func visit(_ value: Int, _ search: inout IntegerSearch) -> [Rational]? {
            guard search.evaluations < search.budget else { return nil }
            search.integers[search.free[position]] = value
            search.values[search.free[position]] = Residue.of(value)
            return search.search(position + 1, norm: norm, reached: reached || abs(value) == norm)
        }
        for value in (isLast && !reached ? norm : 0)...norm {
            if let found = visit(value, &self) { return found }
        }
        guard norm > 0 else { return nil }
        for value in (isLast && !reached ? norm : 1)...norm {
            if let found = visit(-value, &self) { return found }
        }
        return nil
    }

    private mutating func solution() -> [Rational]? {
        evaluations += 1
        var next = values.count - steps.count
        for step in steps {
            let (a, b) = (values[step.left], values[step.right])
            values[next] =
                switch step.operation {
                case .add: Residue.sum(a, b)
                case .subtract: Residue.sum(a, Residue.modulus - b)
                case .multiply: Residue.product(a, b)
                }
            next += 1
        }
        guard values.last == target else { return nil }
        let candidate = given.indices.map { given[$0] ?? Rational(integers[$0]) }
        return flattened.output(candidate) == flattened.target ? candidate : nil
    }
}

/// Arithmetic modulo the prime 2^61 − 1, on numbers below it.
private enum Residue {
    static let modulus: UInt64 = 1 << 61 - 1

    static func of(_ value: Int) -> UInt64 {
        let size = UInt64(value.magnitude) % modulus
        return value < 0 && size > 0 ? modulus - size : size
    }

    static func of(_ value: Rational) -> UInt64 {
        let prime = BigInt(modulus)
        let inverse = value.denominator.inverse(prime) ?? 0
        return UInt64((value.numerator * inverse).modulus(prime))
    }

    /// One of them may be the modulus.
    static func sum(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let sum = a + b
        return sum >= modulus ? sum - modulus : sum
    }

    static func product(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let (high, low) = a.multipliedFullWidth(by: b)
        return sum(low & modulus, high << 3 | low >> 61)
    }
}
