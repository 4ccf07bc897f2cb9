extension Explanation {
    /// What the paper prints of its example, beside what is right; empty for another equation.
    func comparisonText() -> String {
        guard let comparison else { return "" }
        let agreement = comparison.parts.map { "\($0.name) \($0.agreeing) of \($0.count)" }
        var text = PlainText.wrapped(
            "This is the worked example of the paper (section 1.1). What it prints, rounded as it prints it, "
                + "agrees: \(agreement.joined(separator: ", ")). Where it errs:")
        for (part, difference) in comparison.differences {
            let printed =
                difference.printed.map { "the paper prints \($0); right is" }
                ?? "the paper leaves it out; it is"
            text += PlainText.wrapped(
                "\(part), \(difference.place): \(printed) \(difference.correct)", indent: 2)
        }
        for row in comparison.violatedRows {
            text += PlainText.wrapped(
                "With the matrices as printed the witness fails: \(row). Its own polynomials are those of the "
                    + "right matrices.", indent: 2)
        }
        if let x = result.solution?.values[0] {
            let rounded = x.significant(PublishedExample.digits)
            let cut = x.cut(to: PublishedExample.digits).exact
            if rounded != cut {
                text += PlainText.wrapped(
                    "x = \(cut) is the root \(comparison.root)… cut, not rounded, which would be \(rounded).",
                    indent: 2)
            }
        }
        return text
    }
}
