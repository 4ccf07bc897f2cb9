/// An equation as a list of gates, and the wires between them.
///
/// The order of wires is the paper's: the constant ~one, the variables, then one wire per gate, of which the
/// last is ~out.
struct FlattenedEquation: Hashable, Sendable {
    let equation: Equation
    let gates: [Gate]
    /// The names of all wires.
    let wires: [String]

    var variables: [String] { equation.variables }

    var target: Rational { equation.target }

    /// The position of the first variable.
    static var firstVariable: Int { 1 }

    /// Returns the values of all wires but ~one, computed gate by gate in any ring: numbers, polynomials,
    /// intervals, wires of a circuit.
    ///
    /// - Parameters:
    ///   - variables: one value for each variable.
    ///   - constant: the ring's element for a number.
    ///   - apply: the ring's operation.
    func values<Value, Failure: Error>(
        of variables: [Value], constant: (Rational) -> Value,
        apply: (Gate.Operation, Value, Value) throws(Failure) -> Value
    ) throws(Failure) -> [Value] {
        precondition(variables.count == self.variables.count, "one value for each variable")
        var values = variables
        func value(_ operand: Gate.Operand) -> Value {
            switch operand {
            case .constant(let number): constant(number)
            case .wire(let index): values[index - Self.firstVariable]
            }
        }
        for gate in gates { values.append(try apply(gate.operation, value(gate.left), value(gate.right))) }
        return values
    }

    /// The gate as people read it: `sym1 = x × x`.
    func text(_ gate: Gate) -> (output: String, definition: String) {
        func text(_ operand: Gate.Operand) -> String {
            switch operand {
            case .constant(let number): number < .zero ? "(\(number.exact))" : number.exact
            case .wire(let index): wires[index]
            }
        }
        return (wires[gate.output], "\(text(gate.left)) \(gate.operation.rawValue) \(text(gate.right))")
    }

    /// The gate on one line.
    func line(_ gate: Gate) -> String {
        let (output, definition) = text(gate)
        return "\(output) = \(definition)"
    }
}

// MARK: - Rings

extension FlattenedEquation {
    /// The values of all wires, ~one and ~out among them, for rational values of the variables.
    func wireValues(_ variables: [Rational]) -> [Rational] {
        [.one]
            + values(of: variables, constant: { $0 }) { operation, a, b in
                switch operation {
                case .add: a + b
                case .subtract: a - b
                case .multiply: a * b
                }
            }
    }

    /// The value of ~out.
    func output(_ variables: [Rational]) -> Rational { wireValues(variables).last ?? .zero }

    /// The degree in all variables together, leaving out that terms may cancel.
    var degree: Int {
        values(of: variables.map { _ in 1 }, constant: { _ in 0 }) { operation, a, b in
            operation == .multiply ? min(a + b, EquationLimits.degree + 1) : max(a, b)
        }.last ?? 0
    }

    /// The polynomial `~out − target` in one variable, the others given.
    ///
    /// - Parameter given: a value for each variable, nil for the one.
    func polynomial(_ given: [Rational?]) -> RationalPolynomial {
        let variables = given.map { $0.map(RationalPolynomial.init(constant:)) ?? .variable }
        let output = values(of: variables, constant: RationalPolynomial.init(constant:)) { operation, a, b in
            switch operation {
            case .add: a + b
            case .subtract: a - b
            case .multiply: a * b
            }
        }.last
        return (output ?? .variable) - RationalPolynomial(constant: target)
    }
}
