extension Explanation {
    /// The widest table that is printed as one.
    static let textWidth = 100

    /// All of it as plain text, for a terminal of 100 columns where the equation is not long.
    ///
    /// - Parameter isExact: the coefficients of polynomials as fractions instead of short decimals.
    public func text(isExact: Bool = false) -> String {
        let parts = [
            flattened.equation.source.onSingleLine + "\n", gateText(), freeAdditionText(), matrixText(),
            witnessText(), polynomialText(isExact: isExact), divisionText(isExact: isExact),
            comparisonText(), proofText(),
        ]
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
                output, "= " + definition,
                isLast ? "  which is to be \(flattened.target.exact)" : "",
            ]
        }
        return title + "\n" + PlainText.columns(PlainText.numbered(rows))
    }

    private func freeAdditionText() -> String {
        let count = freeAdditions.count
        let title =
            "Where sums cost nothing, as in every real constraint system, \(count) "
            + "\(count == 1 ? "constraint says" : "constraints say") the same"
        let rows = freeAdditions.constraints.map { [$0] }
        return title + "\n" + PlainText.columns(PlainText.numbered(rows))
    }
}
