/// The constraints that the equation needs where additions cost nothing, as in every real constraint system: one
/// for each product of two values that are no numbers, and one more only if ~out cannot be had from the last of
/// those.
struct FreeAdditions: Hashable, Sendable {
    /// In words: `sym1 · sym1 = ~out − 2·x − 7`.
    let constraints: [String]

    var count: Int { constraints.count }

    private struct Product {
        let left: [Rational]
        let right: [Rational]
        let output: Int
    }

    init(_ flattened: FlattenedEquation) {
        let wires = flattened.wires
        let outputWire = wires.count - 1
        var products: [Product] = []
        /// Each value as a combination of ~one, the variables and the outputs of products.
        var values: [[Rational]] = []
        func unit(_ wire: Int, _ factor: Rational = .one) -> [Rational] {
            wires.indices.map { $0 == wire ? factor : .zero }
        }
        for wire in 0...flattened.variables.count { values.append(unit(wire)) }
        func value(_ operand: Gate.Operand) -> [Rational] {
            switch operand {
            case .constant(let number): unit(0, number)
            case .wire(let index): values[index]
            }
        }
        for gate in flattened.gates {
            let (left, right) = (value(gate.left), value(gate.right))
            switch gate.operation {
            case .add: values.append(zip(left, right).map { $0 + $1 })
            case .subtract: values.append(zip(left, right).map { $0 - $1 })
            case .multiply:
                if let factor = left.number {
                    values.append(right.map { factor * $0 })
                } else if let factor = right.number {
                    values.append(left.map { factor * $0 })
                } else {
                    products.append(Product(left: left, right: right, output: gate.output))
                    values.append(unit(gate.output))
                }
            }
        }
        // No product reads the last one's output: what it is follows from ~out wherever ~out contains it.
        let output = values[outputWire]
        let last = products.last.flatMap { output[$0.output].isZero ? nil : $0.output }
        var constraints = products.map { product in
            let left = product.left.text(wires)
            let right = product.right.text(wires)
            var result = unit(product.output)
            if product.output == last, last != outputWire {
                let share = Rational.one / output[product.output]
                result = zip(unit(outputWire), output).map { share * ($0 - $1) }
                result[product.output] = .zero
            }
            return "\(left.inFactor) · \(right.inFactor) = \(result.text(wires))"
        }
        if last == nil { constraints.append("\(output.text(wires).inFactor) · ~one = ~out") }
        self.constraints = constraints
    }
}

extension [Rational] {
    /// The number that a combination is, or nil if another wire than ~one takes part.
    fileprivate var number: Rational? { dropFirst().allSatisfy(\.isZero) ? self[0] : nil }

    /// The combination in words, ~one's part last and by itself.
    fileprivate func text(_ wires: [String]) -> String {
        var text = ""
        let order = [count - 1] + Array<Int>(1..<Swift.max(1, count - 1)) + [0]
        for index in order where !self[index].isZero {
            let value = self[index]
            let size = value.magnitude
            if text.isEmpty {
                text = value < .zero ? "−" : ""
            } else {
                text += value < .zero ? " − " : " + "
            }
            text += index == 0 ? size.exact : size == .one ? wires[index] : "\(size.exact)·\(wires[index])"
        }
        return text.isEmpty ? "0" : text
    }
}

extension String {
    /// In parentheses if it is a sum.
    fileprivate var inFactor: String { contains(" ") ? "(\(self))" : self }
}
