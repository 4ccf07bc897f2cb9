/// The gates as a rank-1 constraint system: one row of A, B and C for each, one column for each wire.
///
/// A witness r satisfies row i if ⟨A_i, r⟩ · ⟨B_i, r⟩ = ⟨C_i, r⟩. A product has its factors in A and B; a sum
/// stands in A, with ~one in B.
struct GateConstraints: Hashable, Sendable {
    let a: [[Rational]]
    let b: [[Rational]]
    let c: [[Rational]]

    init(_ flattened: FlattenedEquation) {
        let zeros = [Rational](repeating: .zero, count: flattened.wires.count)
        func row(_ terms: (Gate.Operand, sign: Int)...) -> [Rational] {
            var row = zeros
            for (operand, sign) in terms {
                switch operand {
                case .constant(let value): row[0] = row[0] + Rational(sign) * value
                case .wire(let index): row[index] = row[index] + Rational(sign)
                }
            }
            return row
        }
        a = flattened.gates.map { gate in
            switch gate.operation {
            case .multiply: row((gate.left, 1))
            case .add: row((gate.left, 1), (gate.right, 1))
            case .subtract: row((gate.left, 1), (gate.right, -1))
            }
        }
        b = flattened.gates.map { row(($0.operation == .multiply ? $0.right : .constant(.one), 1)) }
        c = flattened.gates.map { row((.wire($0.output), 1)) }
    }

    /// ⟨A_i, r⟩, ⟨B_i, r⟩ and ⟨C_i, r⟩ for every row i.
    func products(with r: [Rational]) -> (a: [Rational], b: [Rational], c: [Rational]) {
        func product(_ rows: [[Rational]]) -> [Rational] {
            rows.map { row in
                zip(row, r).reduce(.zero) { $1.0.isZero ? $0 : $0 + $1.0 * $1.1 }
            }
        }
        return (product(a), product(b), product(c))
    }
}
