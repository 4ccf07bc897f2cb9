public import ConstraintSystem
import FiniteFields

extension CircuitBuilder {
    /// Demands that `value` is 0 or 1.
    ///
    /// Costs 1 constraint; 0 if it is the constant 0 or 1.
    ///
    /// Soundness: `value · (value − 1) = 0` has the solutions 0 and 1, because a field has no divisors of
    /// zero.
    ///
    /// - Throws: `CompileError.unsatisfiable` if it is another constant.
    public mutating func enforceBoolean(_ value: LinearCombination<F>) throws(CompileError) {
        try enforce(value, value - 1, 0)
    }

    /// Returns `count` wires that the prover gives, each of them 0 or 1, in any combination.
    ///
    /// Costs `count` constraints.
    public mutating func privateBits(_ name: String, count: Int) -> [LinearCombination<F>] {
        let bits = privateInputs(name, count: count)
        for bit in bits { demand(bit, bit - 1, 0) }
        return bits
    }

    /// Demands that `value` is an integer in `0 ..< 2^bits`, and returns these bits, least significant
    /// first.
    ///
    /// Costs `bits` constraints; 0 if it is constant.
    ///
    /// The lowest bit has no wire: it is `value − Σ_(i≥1) 2^i b_i`, a linear combination. It still needs
    /// its booleanity constraint: without it every value would have bits.
    ///
    /// Soundness: all `bits` combinations are boolean and `Σ 2^i b_i = value` by construction, so the
    /// value is the residue of an integer in `0 ..< 2^bits`. As `2^bits ≤ p` that integer is unique, and
    /// so are its bits.
    ///
    /// - Throws: `CompileError.windowTooWide` unless `2^bits ≤ p` and `bits ≤ 126`;
    ///   `CompileError.unsatisfiable` if the value is a constant that lies outside.
    @discardableResult
    public mutating func rangeCheck(
        _ value: LinearCombination<F>, bits: Int
    ) throws(CompileError) -> [LinearCombination<F>] {
        precondition(bits >= 0, "a number of bits is not negative")
        guard bits < F.modulusBitCount, bits <= Window.greatestBits else {
            throw .windowTooWide(region: path)
        }
        if let constant = value.constantValue { return try constantBits(constant, bits) }
        if bits == 0 {
            try enforceEqual(value, 0)
            return []
        }
        let rule = WitnessRule.bits(of: value, width: bits, dropping: 1)
        let upper = derive("bit", by: rule).map { LinearCombination<F>($0) }
        let weighted = upper.enumerated().map { (F(Int128(2) << Int128($0.offset)), $0.element) }
        let lowest = value - .sum(of: weighted)
        for bit in [lowest] + upper { try enforceBoolean(bit) }
        return [lowest] + upper
    }

    private func constantBits(_ value: F, _ bits: Int) throws(CompileError) -> [LinearCombination<F>] {
        let words = value.canonicalWords
        let isSet = { (bit: Int) in bit / 64 < words.count && words[bit / 64] >> UInt64(bit % 64) & 1 == 1 }
        guard !(bits..<max(bits, words.count * 64)).contains(where: isSet) else {
            throw .unsatisfiable(region: path)
        }
        return (0..<bits).map { isSet($0) ? 1 : 0 }
    }
}
