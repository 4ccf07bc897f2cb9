extension Explanation {
    /// The polynomials of all wires, one table for each matrix.
    func polynomialText(isExact: Bool) -> String {
        let count = program.count
        let title =
            "Polynomials: for each wire the one of lowest degree whose values at X = 1 … \(count) are its "
            + "column of the matrix\(isExact ? "" : " (--exact for fractions)")"
        let tables = [("A", program.a), ("B", program.b), ("C", program.c)].map { name, polynomials in
            var table = TextTable(
                columns: [.init("\(name)(X)")] + (0..<count).map { .init(power($0), .right) })
            for (wire, polynomial) in zip(flattened.wires, polynomials) {
                table.append([wire] + polynomial.coefficients(count).map { isExact ? $0.fraction : $0.short })
            }
            return table.rendered()
        }
        guard tables.allSatisfy({ Self.isNarrow($0) }) else {
            return PlainText.wrapped(title + ". These take more room than a terminal has: see --json.")
        }
        return PlainText.wrapped(title + ".") + "\n" + tables.joined(separator: "\n")
    }

    /// A(X) B(X) − C(X) divided by T(X).
    func divisionText(isExact: Bool) -> String {
        let product = program.count == 1 ? "X − 1" : "(X − 1) ⋯ (X − \(program.count))"
        let statement = "A(X) · B(X) − C(X) is a multiple of T(X) = \(product)"
        guard let solution = result.solution, let witness, let cutWitness else {
            return PlainText.wrapped("Check: with a witness as weights, \(statement).")
        }
        var text = PlainText.wrapped("Check: with r as weights, \(statement)")
        let isPrinted = program.count <= 12
        var rows: [[String]] = []
        if isPrinted { rows.append(["T(X)", "= " + sum(program.vanishing, isExact: true)]) }
        if solution.isExact {
            let division = program.division(by: witness)
            if isPrinted { rows.append(["H(X)", "= " + sum(division.quotient, isExact: isExact)]) }
            rows.append(["remainder", division.remainder.isZero ? "= 0, exactly" : "is not 0"])
            return text + PlainText.columns(rows)
        }
        // ~out is what is demanded of it, not what comes out.
        let close = program.division(by: witness.dropLast() + [flattened.target])
        let cut = program.division(by: cutWitness.dropLast() + [flattened.target])
        if isPrinted { rows.append(["H(X)", "≈ " + sum(close.quotient, isExact: false)]) }
        let size = { (division: QuadraticProgram.Division) in
            division.remainder.largestCoefficient.scientific
        }
        rows.append([
            "remainder",
            "≤ \(size(close)) in every coefficient, with the root to 2^−\(EquationSolver.precision) of its size",
        ])
        rows.append([
            "", "≤ \(size(cut)) in every coefficient, with the root cut to \(options.digits) digits",
        ])
        text += PlainText.columns(rows)
        return text
    }

    private func power(_ exponent: Int) -> String {
        exponent == 0 ? "1" : exponent == 1 ? "X" : "X" + Superscript.text(exponent)
    }

    private func sum(_ polynomial: RationalPolynomial, isExact: Bool) -> String {
        var text = ""
        for exponent in stride(from: polynomial.degree, through: 0, by: -1) {
            let value = polynomial[exponent]
            if value.isZero { continue }
            let isNegative = value < .zero
            text += text.isEmpty ? isNegative ? "−" : "" : isNegative ? " − " : " + "
            let number = isExact ? value.magnitude.fraction : value.magnitude.significant(6)
            if exponent == 0 {
                text += number
            } else {
                text += number == "1" ? power(exponent) : "\(number)·\(power(exponent))"
            }
        }
        return text.isEmpty ? "0" : text
    }
}
