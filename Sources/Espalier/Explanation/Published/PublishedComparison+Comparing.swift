extension PublishedComparison {
    /// Compares the paper's example with a flattened equation; nil if that is another equation.
    ///
    /// - Parameter solution: its root, if one is known.
    init?(
        _ flattened: FlattenedEquation, _ constraints: GateConstraints, _ program: QuadraticProgram,
        _ solution: EquationSolution?
    ) {
        guard let published = try? Equation(PublishedExample.equation), let solution,
            published.polynomial == flattened.equation.polynomial, published.target == flattened.target
        else { return nil }
        let wires = flattened.wires
        let rows = flattened.gates.indices.map { "row \($0 + 1)" }
        let powers = flattened.gates.indices.map { "X\(Superscript.text($0))" }
        let witness = flattened.wireValues(solution.cut(to: PublishedExample.digits))
        parts = [
            Self.names("gates", PublishedExample.gates, flattened.gates.map(flattened.line)),
            Self.names("wires", PublishedExample.wires, wires),
            Self.table("A", PublishedExample.a, constraints.a, rows, wires),
            Self.table("B", PublishedExample.b, constraints.b, rows, wires),
            Self.table("C", PublishedExample.c, constraints.c, rows, wires),
            Self.sequence("r", PublishedExample.witness, witness, wires),
            Self.polynomials("A_poly", PublishedExample.aPolynomials, program.a, wires, powers),
            Self.polynomials("B_poly", PublishedExample.bPolynomials, program.b, wires, powers),
            Self.polynomials("C_poly", PublishedExample.cPolynomials, program.c, wires, powers),
        ]
        violatedRows = Self.violatedRows(witness)
        root = solution.values[0].cut(to: PublishedExample.digits + 3).exact
    }

    private static func names(_ name: String, _ printed: [String], _ ours: [String]) -> Part {
        let differences = (0..<max(printed.count, ours.count)).compactMap { index -> Difference? in
            let text = index < printed.count ? printed[index] : nil
            let own = index < ours.count ? ours[index] : ""
            return text == own ? nil : Difference(place: "\(index + 1)", printed: text, correct: own)
        }
        return Part(name: name, count: ours.count, differences: differences)
    }

    /// - Precondition: as many names as rows and columns.
    private static func table(
        _ name: String, _ printed: [[String]], _ ours: [[Rational]], _ rows: [String], _ columns: [String]
    ) -> Part {
        var differences: [Difference] = []
        var count = 0
        for (row, (texts, values)) in zip(printed, ours).enumerated() {
            for (column, (text, value)) in zip(texts, values).enumerated() {
                count += 1
                guard let correct = correction(of: text, to: value) else { continue }
                differences.append(
                    .init(place: "\(rows[row]), \(columns[column])", printed: text, correct: correct))
            }
        }
        return Part(name: name, count: count, differences: differences)
    }

    private static func polynomials(
        _ name: String, _ printed: [[String]], _ ours: [RationalPolynomial], _ rows: [String],
        _ columns: [String]
    ) -> Part {
        table(name, printed, ours.map { $0.coefficients(columns.count) }, rows, columns)
    }

    /// Compares a list in which entries may be missing: what is printed next is that of the first wire from here on
    /// that it fits.
    private static func sequence(
        _ name: String, _ printed: [String], _ ours: [Rational], _ wires: [String]
    ) -> Part {
        var rest = printed[...]
        var differences: [Difference] = []
        for (index, value) in ours.enumerated() {
            if let text = rest.first, correction(of: text, to: value) == nil {
                rest = rest.dropFirst()
            } else {
                let isMissing = rest.count < ours.count - index
                differences.append(
                    .init(
                        place: wires[index], printed: isMissing ? nil : rest.first,
                        correct: value.significant(9)))
                if !isMissing { rest = rest.dropFirst() }
            }
        }
        return Part(name: name, count: ours.count, differences: differences)
    }

    /// Nil if the number, rounded to the decimals printed, is what is printed; else the number so rounded.
    private static func correction(of printed: String, to value: Rational) -> String? {
        let places = printed.split(separator: ".").dropFirst().first?.count ?? 0
        let own = value.fixed(places)
        return own == printed.replacing("-", with: "−") ? nil : own
    }

    /// The rows of the printed matrices that the witness violates by more than its rounding.
    private static func violatedRows(_ witness: [Rational]) -> [String] {
        func product(_ row: [String]) -> Rational {
            zip(row, witness).reduce(.zero) { $0 + (Rational(decimal: $1.0) ?? .zero) * $1.1 }
        }
        return PublishedExample.c.indices.compactMap { row in
            let left = product(PublishedExample.a[row]) * product(PublishedExample.b[row])
            let right = product(PublishedExample.c[row])
            guard left.fixed(1) != right.fixed(1) else { return nil }
            return "row \(row + 1): \(left.significant(6)) = \(right.significant(6))"
        }
    }
}
