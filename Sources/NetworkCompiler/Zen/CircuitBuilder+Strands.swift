package import ConstraintSystem
import FiniteFields
import Gadgets

extension CircuitBuilder {
    /// Returns the dot products ⟨a_j, b_j⟩ of stranded operands, each as a combination.
    ///
    /// Costs one product for each i, and `plan.constraintCount` for the digits, cross terms among them.
    ///
    /// Soundness: S = Σ x_i y_i is one field element once a and b are given. Write L for the sum of lower bounds,
    /// `Σ δ^e low_e`. The digits u_e = d_e − low_e are such that `Σ δ^e u_e = S − L` in the field: the lowest has
    /// no wire and is defined by that equation. *Each* is range-checked to its bits, none of which has more than
    /// log₂ δ, so `Σ δ^e u_e` is an integer below 2^bitCount ≤ p that has the residue S − L: there is at most one
    /// such integer, and its digits to base δ are unique. If one digit, even one of a cross term that nobody
    /// wants, went unchecked, it could take up the difference of any change of the others: all would be free.
    ///
    /// A cheating prover who may choose a and b outside of their windows still gets one answer at most.
    ///
    /// - Parameters:
    ///   - left: a, one list for each strand, all of one length; combinations for which the plan's windows hold
    ///     for every honest witness.
    ///   - right: b, likewise.
    /// - Throws: `CompileError.windowTooWide` naming the region of a digit with more bits than a range check takes.
    package mutating func strandedDotProducts(
        _ left: [[LinearCombination<F>]], _ right: [[LinearCombination<F>]], plan: StrandPlan
    ) throws(CompileError) -> [LinearCombination<F>] {
        precondition(
            left.count == plan.exponents.count && right.count == plan.exponents.count, "one per strand")
        let powers = (0...plan.digits[plan.digits.count - 1].place).map {
            F(2).power(UInt64($0 * plan.spacing))
        }
        func packed(_ strands: [[LinearCombination<F>]], _ index: Int) -> LinearCombination<F> {
            .sum(of: zip(plan.exponents, strands).map { (powers[$0], $1[index]) })
        }
        let pairs = left[0].indices.map { (packed(left, $0), packed(right, $0)) }
        let lowest = plan.digits.map { digit in powers[digit.place] * F(digit.window.lowerBound) }
        let shift = LinearCombination<F>(constant: -lowest.reduce(.zero, +))
        let sum = innerProduct(pairs, plus: shift)
        let wires = derive("digit", by: .digits(of: sum, widths: plan.gaps, dropping: 1))
            .map { LinearCombination<F>($0) }
        let upper = zip(plan.digits.dropFirst(), wires).map { (powers[$0.place], $1) }
        let digits = [sum - .sum(of: upper)] + wires
        for (digit, value) in zip(plan.digits, digits) {
            try region("digit[\(digit.place)]") { builder throws(CompileError) in
                _ = try builder.rangeCheck(value, bits: digit.bits)
            }
        }
        return plan.exponents.map { exponent in
            let index = plan.digits.firstIndex { $0.place == 2 * exponent }!
            return digits[index] + LinearCombination(constant: plan.digits[index].window.lowerBound)
        }
    }
}
