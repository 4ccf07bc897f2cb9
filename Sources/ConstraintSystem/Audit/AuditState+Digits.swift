import FiniteFields

extension AuditState {
    /// A sum with more unknowns is not looked at. Digits are never more than the modulus has bits; one-hot
    /// booleans may be.
    var greatestDigits: Int32 { forms.groups.isEmpty ? Int32(F.modulusBitCount) : 4096 }

    /// How many scales are tried.
    private var scaleLimit: Int { 8 }

    /// Whether `Σ coefficient · atom` over these members, each in its range, takes no value twice.
    ///
    /// So if, after division by one literal, `|c_i| > Σ_(j<i) |c_j| R_j` in the order of magnitudes, and
    /// `Σ |c_i| R_i ≤ p − 1`: the difference of two such sums is then 0 as an integer, and the digits
    /// are equal from the highest down.
    func areDigits(_ members: [Int]) -> Bool {
        guard members.count <= F.modulusBitCount else { return false }
        var coefficients = members.map { forms.coefficient($0) }
        let widths = members.map { ranges[forms.atom($0)]!.width }
        var scales: Set<F> = [.one, -.one]
        switch compare(coefficients, widths) {
        case .digits: return true
        case .equalMagnitudes: return false
        case .tooWide: break
        }
        for index in coefficients.indices.prefix(scaleLimit) {
            let scale = forms.coefficient(members[index])
            guard scales.insert(scale).inserted, scales.insert(-scale).inserted else { continue }
            let inverse = scale.inverse()!
            coefficients = members.map { inverse * forms.coefficient($0) }
            if compare(coefficients, widths) == .digits { return true }
        }
        return false
    }

    private enum Comparison {
        case digits
        /// Two magnitudes are equal, and are so in every scale.
        case equalMagnitudes
        case tooWide
    }

    private func compare(_ coefficients: [F], _ widths: [Extent]) -> Comparison {
        let digits = zip(coefficients, widths)
            .map { (magnitude: field.signed($0).magnitude, width: $1) }
            .sorted { $0.magnitude < $1.magnitude }
        for (left, right) in zip(digits, digits.dropFirst()) where left.magnitude == right.magnitude {
            return .equalMagnitudes
        }
        var reach = Extent.zero
        for digit in digits {
            guard reach < digit.magnitude,
                let sum = field.adding(digit.magnitude, times: digit.width, to: reach)
            else { return .tooWide }
            reach = sum
        }
        return .digits
    }
}
