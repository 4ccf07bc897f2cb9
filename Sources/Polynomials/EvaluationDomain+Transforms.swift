import FiniteFields

/// Number-theoretic transforms, in place; O(k 2^k) products.
///
/// Large ones run on several threads. Every buffer has exactly `size` elements.
extension EvaluationDomain {
    /// Replaces coefficients by the values at 1, ω, ω², …
    public func evaluate(_ polynomial: inout [F]) {
        polynomial.withUnsafeMutableBufferPointer { evaluate($0) }
    }

    /// Replaces values at 1, ω, ω², … by coefficients.
    public func interpolate(_ polynomial: inout [F]) {
        polynomial.withUnsafeMutableBufferPointer { interpolate($0) }
    }

    /// Replaces coefficients by the values at g, gω, gω², …, where g is `shift`.
    public func evaluate(_ polynomial: inout [F], onCosetOf shift: F) {
        polynomial.withUnsafeMutableBufferPointer { evaluate($0, onCosetOf: shift) }
    }

    /// Replaces values at g, gω, gω², … by coefficients, where g is `shift`.
    ///
    /// - Precondition: `shift` is not zero.
    public func interpolate(_ polynomial: inout [F], onCosetOf shift: F) {
        polynomial.withUnsafeMutableBufferPointer { interpolate($0, onCosetOf: shift) }
    }

    /// Replaces coefficients by the values at 1, ω, ω², …
    public func evaluate(_ polynomial: UnsafeMutableBufferPointer<F>) {
        evaluate(polynomial, onCosetOf: .one)
    }

    /// Replaces values at 1, ω, ω², … by coefficients.
    public func interpolate(_ polynomial: UnsafeMutableBufferPointer<F>) {
        interpolate(polynomial, onCosetOf: .one)
    }

    /// Replaces coefficients by the values at g, gω, gω², …, where g is `shift`.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    public func evaluate(_ polynomial: UnsafeMutableBufferPointer<F>, onCosetOf shift: F) {
        checkCount(polynomial)
        if let fourStep { return fourStep.forward(polynomial, inputRatio: shift) }
        if shift != .one { scale(polynomial, first: .one, ratio: shift) }
        decimateInFrequency(polynomial, twiddles)
        permuteByBitReversal(polynomial)
    }

    /// Replaces values at g, gω, gω², … by coefficients, where g is `shift`.
    ///
    /// - Precondition: `shift` is not zero.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    public func interpolate(_ polynomial: UnsafeMutableBufferPointer<F>, onCosetOf shift: F) {
        checkCount(polynomial)
        guard let ratio = shift.inverse() else { preconditionFailure("no coset of zero") }
        if let fourStep {
            return fourStep.backward(polynomial, factor: sizeInverse, outputRatio: ratio)
        }
        decimateInFrequency(polynomial, inverseTwiddles)
        permuteByBitReversal(polynomial)
        scale(polynomial, first: sizeInverse, ratio: ratio)
    }

    /// Replaces the values at 1, ω, ω², … by those of the same polynomial at g, gω, gω², …, where g is
    /// `shift`.
    ///
    /// Cheaper than the two transforms apart: the coefficients in between stay in bit-reversed order.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    public func extend(_ polynomial: UnsafeMutableBufferPointer<F>, toCosetOf shift: F) {
        checkCount(polynomial)
        if let fourStep {
            fourStep.backward(polynomial, factor: sizeInverse)
            return fourStep.forward(polynomial, inputRatio: shift)
        }
        decimateInFrequency(polynomial, inverseTwiddles)
        scaleInBitReversedOrder(polynomial, first: sizeInverse, ratio: shift)
        decimateInTime(polynomial, twiddles)
    }

    private func checkCount(_ polynomial: UnsafeMutableBufferPointer<F>) {
        precondition(polynomial.count == size, "a polynomial has as many entries as the domain has points")
    }

    /// Multiplies entry i by `first` · `ratio`^i.
    private func scale(_ polynomial: UnsafeMutableBufferPointer<F>, first: F, ratio: F) {
        var factor = first
        for index in polynomial.indices {
            polynomial[index] *= factor
            factor *= ratio
        }
    }

    /// Multiplies the entry at position rev(i) by `first` · `ratio`^i.
    ///
    /// The top bit of a position is the lowest bit of its i: going into the upper half of a block at
    /// depth l multiplies the factor by `ratio`^(2^l).
    private func scaleInBitReversedOrder(
        _ polynomial: UnsafeMutableBufferPointer<F>, first: F, ratio: F
    ) {
        var steps = [ratio]
        for _ in 0..<logarithm { steps.append(steps[steps.count - 1].squared()) }
        func descend(_ start: Int, _ count: Int, _ level: Int, _ factor: F) {
            if count == 1 {
                polynomial[start] *= factor
                return
            }
            let half = count / 2
            descend(start, half, level + 1, factor)
            descend(start + half, half, level + 1, factor * steps[level])
        }
        descend(0, size, 0, first)
    }

    private func permuteByBitReversal(_ polynomial: UnsafeMutableBufferPointer<F>) {
        let shift = UInt64(64 - logarithm)
        guard logarithm > 0 else { return }
        for index in polynomial.indices {
            let other = Int(truncatingIfNeeded: UInt64(index).bitReversed >> shift)
            if index < other { polynomial.swapAt(index, other) }
        }
    }
}

extension UInt64 {
    /// The bits in the opposite order.
    var bitReversed: UInt64 {
        var value = byteSwapped
        value = (value >> 4) & 0x0f0f_0f0f_0f0f_0f0f | (value & 0x0f0f_0f0f_0f0f_0f0f) << 4
        value = (value >> 2) & 0x3333_3333_3333_3333 | (value & 0x3333_3333_3333_3333) << 2
        return (value >> 1) & 0x5555_5555_5555_5555 | (value & 0x5555_5555_5555_5555) << 1
    }
}
