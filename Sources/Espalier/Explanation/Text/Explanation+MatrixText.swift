extension Explanation {
    /// The order of wires, and A, B and C: as tables, or where these were too wide as sums of wires.
    func matrixText() -> String {
        let order = "Wires: r = [\(flattened.wires.joined(separator: ", "))]"
        let title = "Each gate is a row of A, B and C, with ⟨A, r⟩ · ⟨B, r⟩ = ⟨C, r⟩"
        let matrices = [("A", constraints.a), ("B", constraints.b), ("C", constraints.c)]
        let tables = matrices.map(matrixTable)
        let isNarrow = tables.allSatisfy { Self.isNarrow($0) }
        let body = isNarrow ? tables.joined(separator: "\n") : matrixSums(matrices)
        return PlainText.wrapped(order) + title + "\n\n" + body
    }

    private func matrixTable(_ name: String, _ rows: [[Rational]]) -> String {
        var table = TextTable(
            columns: [.init(name, .right)] + flattened.wires.map { .init($0, .right) })
        for (index, row) in rows.enumerated() { table.append(["\(index + 1)"] + row.map(\.exact)) }
        return table.rendered()
    }

    private func matrixSums(_ matrices: [(String, [[Rational]])]) -> String {
        var table = TextTable(columns: [.init("Row", .right)] + matrices.map { .init($0.0) })
        for index in flattened.gates.indices {
            table.append(["\(index + 1)"] + matrices.map { sum($0.1[index]) })
        }
        return table.rendered()
    }

    private func sum(_ row: [Rational]) -> String {
        var text = ""
        for (name, value) in zip(flattened.wires, row) where !value.isZero {
            let isNegative = value < .zero
            text += text.isEmpty ? isNegative ? "−" : "" : isNegative ? " − " : " + "
            text += value.magnitude == .one ? name : "\(value.magnitude.exact)·\(name)"
        }
        return text
    }

    /// Whether no line is too long for a terminal.
    static func isNarrow(_ table: String) -> Bool {
        table.split(separator: "\n").allSatisfy { $0.count <= textWidth }
    }
}
