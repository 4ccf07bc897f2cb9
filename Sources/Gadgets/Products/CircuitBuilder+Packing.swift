public import ConstraintSystem
import FiniteFields

extension CircuitBuilder {
    /// Returns the digits z_j of `Σ_j 2^(o_j) z_j = Σ a · b + summand`: several sums for the price of one.
    ///
    /// Costs 1 constraint for each pair without a constant, but at least 1 in all. With the weights of k rows in
    /// one factor, `a_i = Σ_j 2^(o_j) w_ji`, the digits are the k sums `z_j = Σ_i w_ji b_i`.
    ///
    /// **Checks no window.** The digits are unique only if *each* z_j is known to lie in
    /// `lowest ..< lowest + 2^width`, from constraints of the caller, or because the verifier checks a public
    /// output: a prover may add 2^(o_k − o_j) to a digit j whose window nobody checks, take 1 from digit k, and
    /// so choose all digits but one.
    ///
    /// Soundness: for two choices of digits in their windows, δ_j with |δ_j| < 2^width_j are their differences,
    /// and Σ 2^(o_j) δ_j ≡ 0. The offsets leave each digit its width, so that sum is smaller than
    /// 2^total ≤ p in magnitude and therefore 0 as an integer; modulo 2^(o_1) it says δ_0 ≡ 0 modulo 2^width_0,
    /// so δ_0 = 0, and so on.
    ///
    /// - Parameter digits: without gaps, from offset 0 on; together fewer bits than the modulus has.
    public mutating func packedSums(
        of pairs: [(LinearCombination<F>, LinearCombination<F>)], plus summand: LinearCombination<F>,
        digits: [PackedDigit]
    ) -> [LinearCombination<F>] {
        var total = 0
        for digit in digits {
            precondition(digit.offset == total && digit.width > 0, "digits lie side by side")
            total += digit.width
        }
        precondition(total < F.modulusBitCount, "a packed sum has fewer bits than the modulus")
        let (start, products) = Self.separated(pairs, plus: summand)
        let sum = runningSum(products.dropLast(), from: start)
        let (a, b) = products.last ?? (0, 0)
        let weights = digits.map { F(2).power(UInt64($0.offset)) }
        let lowest = zip(weights, digits).reduce(F.zero) { $0 + $1.0 * F($1.1.lowest) }
        // From the lowest integers of their windows on, digits are not negative.
        let counted = sum - LinearCombination(constant: lowest)
        let values = digits.map { digit -> LinearCombination<F> in
            let rule = WitnessRule.digit(
                a, b, plus: counted, bits: digit.offset..<digit.offset + digit.width, total: total,
                adding: digit.lowest)
            switch digit.target {
            case .wire: return LinearCombination(derive("sum", by: rule)[0])
            case .output(let index): return deriveOutput(index, by: rule)
            }
        }
        demand(a, b, .sum(of: Array(zip(weights, values))) - sum)
        return values
    }

    /// Makes several public outputs equal to combinations, by one constraint for each pack of them.
    ///
    /// A pack says `Σ_j 2^(o_j) output_j = Σ_j 2^(o_j) value_j`, with offsets that leave each window its width; as many
    /// outputs are in one as have fewer bits together than the modulus.
    ///
    /// Soundness: **the verifier checks the window of every output**, and every value is an integer in its window, whatever
    /// satisfies the other constraints. Then the differences δ_j of output and value are smaller than 2^width_j in
    /// magnitude, `Σ_j 2^(o_j) δ_j ≡ 0`, and all are 0 as for `packedSums`. Values that a prover can bring out of their
    /// windows must not be bound so: he could shift 2^(o_k − o_j) from one logit to another.
    ///
    /// - Parameter windows: of the outputs, in order; each smaller than the modulus.
    /// - Precondition: no output is bound yet.
    public mutating func bindOutputs(
        to values: [LinearCombination<F>], windows: [ClosedRange<Int128>]
    ) {
        precondition(values.count == windows.count, "one window per value")
        let outputs = values.enumerated().map { deriveOutput($0.offset, by: .value($0.element)) }
        var (width, left, right) = (0, [(F, LinearCombination<F>)](), [(F, LinearCombination<F>)]())
        func close(_ builder: inout Self) {
            guard !left.isEmpty else { return }
            builder.demand(.sum(of: left), 1, .sum(of: right))
            (width, left, right) = (0, [], [])
        }
        for (index, window) in windows.enumerated() {
            let bits = Swift.max(1, Window.bitCount(window.upperBound - window.lowerBound))
            precondition(bits < F.modulusBitCount, "a window is smaller than the modulus")
            if width + bits >= F.modulusBitCount { close(&self) }
            let scale = F(2).power(UInt64(width))
            left.append((scale, values[index]))
            right.append((scale, outputs[index]))
            width += bits
        }
        close(&self)
    }

    /// Makes the public output of that index equal to `Σ a · b + summand`.
    ///
    /// Costs 1 constraint for each pair without a constant, but at least 1: the last product binds the output.
    ///
    /// - Precondition: the output is not bound yet.
    public mutating func bindOutput(
        _ index: Int, toSumOf pairs: [(LinearCombination<F>, LinearCombination<F>)],
        plus summand: LinearCombination<F>
    ) -> LinearCombination<F> {
        let (start, products) = Self.separated(pairs, plus: summand)
        let sum = runningSum(products.dropLast(), from: start)
        guard let (a, b) = products.last else {
            bindOutput(index, to: sum)
            return LinearCombination(Wire(1 + index))
        }
        let output = deriveOutput(index, by: .product(a, b, plus: sum))
        demand(a, b, output - sum)
        return output
    }
}
