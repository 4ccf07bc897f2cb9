extension Explanation {
    /// The largest number of gates whose polynomials are printed.
    private static let printedGates = 12

    /// All of it as plain text, for a terminal of 100 columns where the equation is not long.
    ///
    /// - Parameter isExact: the coefficients of polynomials as fractions instead of short decimals.
    public func text(isExact: Bool = false) -> String {
        var parts = [
            flattened.equation.source.onSingleLine + "\n", gateText(), freeAdditionText(), matrixText(),
            witnessText(),
        ]
        if flattened.gates.count <= Self.printedGates {
            parts.append(polynomialText(isExact: isExact))
        } else {
            parts.append(
                "The polynomials of \(flattened.gates.count) gates take more room than a terminal has: see "
                    + "--json.\n")
        }
        parts.append(divisionText(isExact: isExact))
        parts.append(comparisonText())
        parts.append(proofText())
        let text = parts.filter { !$0.isEmpty }.joined(separator: "\n")
        return String(text.dropLast())
    }

    private func gateText() -> String {
        var title = "Gates: one operation at a time"
        if flattened.equation.isDifference { title += ", the left side less the right one" }
        let rows = flattened.gates.enumerated().map { index, gate in
            let (output, definition) = flattened.text(gate)
            let isLast = index == flattened.gates.count - 1
            return [
                "\(index + 1)", output, "= " + definition,
                isLast ? "and it is to be \(flattened.target.exact)" : "",
            ]
        }
        return title + "\n" + PlainText.columns(rows)
    }

    private func freeAdditionText() -> String {
        let count = freeAdditions.count
        let title =
            "Where sums cost nothing, as in every real constraint system, \(count) "
            + "\(count == 1 ? "constraint says" : "constraints say") the same"
        let rows = freeAdditions.constraints.enumerated().map { ["\($0.offset + 1)", $0.element] }
        return title + "\n" + PlainText.columns(rows)
    }
}
