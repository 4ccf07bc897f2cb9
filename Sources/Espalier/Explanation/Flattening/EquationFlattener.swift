/// Turns an expression into gates as the paper does: one operation at a time, from left to right, powers by
/// squaring, sums as gates too.
///
/// A product that is a term of the outermost sum is called y, z and so on; every other value in between is a
/// symbol: sym1, sym2. What occurs twice is computed once. Numbers among themselves are computed beforehand.
struct EquationFlattener {
    private enum Role {
        /// The result of it all.
        case output
        /// A sum of the first terms.
        case partialSum
        /// A term of the outermost sum.
        case term
        case inner

        /// The role of the operands of a sum.
        var ofSummands: Role { self == .inner ? .inner : .partialSum }

        /// What a value is that is no sum.
        var ofProduct: Role { self == .partialSum ? .term : self }
    }

    private let equation: Equation
    private var gates: [Gate] = []
    private var wires: [String]
    private var symbolCount = 0
    private var termCount = 0

    static func flatten(_ equation: Equation) throws(EquationError) -> FlattenedEquation {
        var flattener = EquationFlattener(equation: equation, wires: ["~one"] + equation.variables)
        do {
            try flattener.flattenOutput()
        } catch {
            throw EquationError(error, in: equation.source)
        }
        let result = FlattenedEquation(equation: equation, gates: flattener.gates, wires: flattener.wires)
        guard result.degree <= EquationLimits.degree else {
            throw EquationError(.degreeTooHigh, in: equation.source)
        }
        return result
    }

    /// Flattens the polynomial. Where it is no operation at all, ~out is its product with 1.
    private mutating func flattenOutput() throws(EquationError.Code) {
        let output = try flatten(equation.polynomial, .output)
        if wires.last == Self.outputName, output == .wire(wires.count - 1) { return }
        _ = try gate(.multiply, output, .constant(.one), .output)
    }

    private mutating func flatten(
        _ expression: Expression, _ role: Role
    ) throws(EquationError.Code) -> Gate.Operand {
        if let value = try expression.constantValue() { return .constant(value) }
        switch expression {
        case .number(let value): return .constant(value)
        case .variable(let name):
            let index = equation.variables.firstIndex(of: name) ?? 0
            return .wire(FlattenedEquation.firstVariable + index)
        case .sum(let left, let right): return try binary(.add, left, right, role, role.ofSummands)
        case .difference(let left, let right):
            return try binary(.subtract, left, right, role, role.ofSummands)
        case .product(let left, let right):
            return try binary(.multiply, left, right, role.ofProduct, .inner)
        case .negation(let value):
            return try gate(.multiply, .constant(Rational(-1)), try flatten(value, .inner), role.ofProduct)
        case .power(let base, let exponent):
            let base = try flatten(base, exponent == 1 ? role : .inner)
            return try power(base, exponent, role.ofProduct)
        }
    }

    private mutating func binary(
        _ operation: Gate.Operation, _ left: Expression, _ right: Expression, _ role: Role,
        _ operandRole: Role
    ) throws(EquationError.Code) -> Gate.Operand {
        let left = try flatten(left, operandRole)
        let right = try flatten(right, operandRole)
        return try gate(operation, left, right, role)
    }

    /// The bits of the exponent from the second highest on: square, and multiply where the bit is set.
    private mutating func power(
        _ base: Gate.Operand, _ exponent: Int, _ role: Role
    ) throws(EquationError.Code) -> Gate.Operand {
        var value = base
        let bitCount = Int.bitWidth - exponent.leadingZeroBitCount
        for bit in stride(from: bitCount - 2, through: 0, by: -1) {
            let isMultiplied = exponent >> bit & 1 == 1
            value = try gate(.multiply, value, value, bit == 0 && !isMultiplied ? role : .inner)
            if isMultiplied { value = try gate(.multiply, value, base, bit == 0 ? role : .inner) }
        }
        return value
    }

    private mutating func gate(
        _ operation: Gate.Operation, _ left: Gate.Operand, _ right: Gate.Operand, _ role: Role
    ) throws(EquationError.Code) -> Gate.Operand {
        let known = gates.first {
            $0.operation == operation
                && ($0.left == left && $0.right == right
                    || operation != .subtract && $0.left == right && $0.right == left)
        }
        if let known { return .wire(known.output) }
        guard gates.count < EquationLimits.gates else { throw .tooManyGates }
        gates.append(Gate(operation: operation, left: left, right: right, output: wires.count))
        wires.append(name(for: role))
        return .wire(wires.count - 1)
    }

    private mutating func name(for role: Role) -> String {
        switch role {
        case .output: return Self.outputName
        case .term: return unused(&termCount) { $0 <= 5 ? ["y", "z", "w", "v", "u"][$0 - 1] : "term\($0)" }
        case .partialSum, .inner: return unused(&symbolCount) { "sym\($0)" }
        }
    }

    /// The next name that no wire has.
    private func unused(_ count: inout Int, _ name: (Int) -> String) -> String {
        repeat { count += 1 } while wires.contains(name(count))
        return name(count)
    }

    private static var outputName: String { "~out" }
}
