extension Explanation {
    /// The witness, where there is one: exactly, or to nine digits and as it comes out from a root cut short.
    func witnessText() -> String {
        guard let solution = result.solution, let witness, let cutWitness else {
            return PlainText.wrapped("No witness: \(result.reason ?? "no solution is known").")
        }
        let values = zip(flattened.variables, solution.values)
        guard let irrational = solution.irrational else {
            let title = values.map { "\($0) = \($1.exact)" }.joined(separator: ", ")
            var table = TextTable(
                title: "Witness: \(title)", columns: [.init("Wire"), .init("Value", .right)])
            for (name, value) in zip(flattened.wires, witness) { table.append([name, value.exact]) }
            return table.rendered() + otherRoots()
        }
        let digits = options.digits
        let title = values.enumerated().map { index, pair in
            let isExact = index != irrational
            return "\(pair.0) = \(isExact ? pair.1.exact : pair.1.cut(to: digits).exact + "…")"
        }.joined(separator: ", ")
        let name = flattened.variables[irrational]
        var table = TextTable(
            title: "Witness: \(title)",
            columns: [
                .init("Wire"), .init("The root, to 9 digits"),
                .init("From \(name) cut to \(digits) digit\(digits == 1 ? "" : "s")"),
            ])
        for (index, name) in flattened.wires.enumerated() {
            table.append([name, witness[index].readable, cutWitness[index].readable])
        }
        let error = cutWitness[cutWitness.count - 1] - flattened.target
        let note =
            "The root is irrational: no decimal hits \(flattened.target.exact). What is cut off of \(name) "
            + "makes ~out wrong by \(error.scientific)."
        return table.rendered() + PlainText.wrapped(note) + otherRoots()
    }

    private func otherRoots() -> String {
        guard let solution = result.solution, result.roots.count > 1,
            let root = result.roots.firstIndex(where: { solution.values.contains($0.value) })
        else { return "" }
        var others = result.roots
        others.remove(at: root)
        let list = others.map { root in
            root.isExact ? root.value.exact : root.value.cut(to: options.digits).exact + "…"
        }.joined(separator: ", ")
        return PlainText.wrapped(
            "The other real root\(others.count == 1 ? "" : "s"), with which the rest would work as well: "
                + "\(list)")
    }
}

extension Rational {
    /// To nine digits, in powers of ten where the number is tiny.
    fileprivate var readable: String { decimalExponent < -9 ? scientific : significant(9) }
}
