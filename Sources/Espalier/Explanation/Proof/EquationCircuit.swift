import BigInt
package import ConstraintSystem
package import FiniteFields
import Gadgets

/// An equation as a circuit: the variables are private inputs, `scale · polynomial` is the public output.
///
/// Costs one constraint for each product of two values that are no numbers, one for the output, and `bits` for each
/// variable.
///
/// Soundness: the constraints of the equation have one solution for given variables, so a prover chooses nothing
/// but those. Without `bits` they are any elements of the field, and the field has solutions that are no integers:
/// that circuit is there to show it. With `bits` each is `x + 2^(bits − 1) ∈ 0 ..< 2^bits`, an integer, and
/// `EquationBounds` says when the equation then holds over the integers; whoever makes the circuit has to ask it.
package struct EquationCircuit<F: PrimeField>: Sendable {
    package let circuit: Circuit<F>
    /// `scale · target`, the public output that says that the equation holds.
    package let target: F

    /// - Parameters:
    ///   - scale: see `EquationBounds`.
    ///   - bits: of each variable, sign included; nil leaves the range checks out.
    /// - Throws: `CompileError.windowTooWide` where so many bits are not unique in the field.
    init(_ flattened: FlattenedEquation, scale: BigInt, bits: Int?) throws(CompileError) {
        typealias Combination = LinearCombination<F>
        var builder = CircuitBuilder<F>(publicOutputCount: 1, publicInputCount: 0)
        let variables = flattened.variables.map { builder.privateInput($0) }
        if let bits {
            let offset = Combination(constant: F(BigInt(1) << (bits - 1)))
            for (name, variable) in zip(flattened.variables, variables) {
                try builder.region("range of \(name)") { builder throws(CompileError) in
                    _ = try builder.rangeCheck(variable + offset, bits: bits)
                }
            }
        }
        builder.region("equation") { builder in
            let values = flattened.values(of: variables, constant: { Combination(constant: F($0)) }) {
                operation, a, b in
                switch operation {
                case .add: a + b
                case .subtract: a - b
                case .multiply: builder.product(a, b)
                }
            }
            builder.bindOutput(0, to: F(scale) * (values.last ?? Combination()))
        }
        circuit = builder.build()
        target = F(flattened.target * Rational(scale))
    }

    /// The circuit of an equation's text.
    package init(of text: String, bits: Int?) throws {
        let flattened = try EquationFlattener.flatten(Equation(text))
        try self.init(flattened, scale: EquationBounds(flattened, bits: bits ?? 2).scale, bits: bits)
    }
}
