/// One operation on two operands, as the paper flattens a computation: `sym1 = x × x`.
struct Gate: Hashable, Sendable {
    enum Operation: String, Hashable, Sendable {
        case add = "+"
        case subtract = "−"
        case multiply = "×"
    }

    enum Operand: Hashable, Sendable {
        case constant(Rational)
        /// A position in the order of wires.
        case wire(Int)
    }

    let operation: Operation
    let left: Operand
    let right: Operand
    /// The wire that it gives a value to.
    let output: Int
}
