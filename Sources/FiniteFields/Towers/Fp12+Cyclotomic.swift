/// The subgroup of order Φ₁₂(p) = p⁴ − p² + 1, where the final exponentiation of a pairing works.
extension Fp12 {
    /// The square of an element of the cyclotomic subgroup.
    ///
    /// Three squarings in F_p⁴, each three in F_p² (Granger and Scott, PKC 2010, section 3.2). Wrong for
    /// elements outside the subgroup.
    @inlinable
    public var cyclotomicSquare: Self {
        let (t0, t1) = Self.squareInFp4(c0.c0, c1.c1)
        let (t2, t3) = Self.squareInFp4(c1.c0, c0.c2)
        let (t4, t5) = Self.squareInFp4(c0.c1, c1.c2)
        let t6 = Parameters.multiplyByNonResidue(t5)
        return Self(
            Fp6(
                (t0 - c0.c0).doubled() + t0,
                (t2 - c0.c1).doubled() + t2,
                (t4 - c0.c2).doubled() + t4),
            Fp6(
                (t6 + c1.c0).doubled() + t6,
                (t1 + c1.c1).doubled() + t1,
                (t3 + c1.c2).doubled() + t3))
    }

    /// Returns (a + b s)² in F_p²[s] / (s² − ξ), where s = w³.
    @inlinable @inline(__always)
    static func squareInFp4(_ a: Fp2<Parameters>, _ b: Fp2<Parameters>) -> (Fp2<Parameters>, Fp2<Parameters>)
    {
        let aa = a.squared()
        let bb = b.squared()
        return (aa + Parameters.multiplyByNonResidue(bb), (a + b).squared() - aa - bb)
    }

    /// Returns the power of an element of the cyclotomic subgroup.
    ///
    /// - Parameter digits: the exponent as digits of powers of two, each zero or odd, most significant first.
    @inlinable
    public func cyclotomicPower(_ digits: [Int8]) -> Self {
        guard let start = digits.firstIndex(where: { $0 != 0 }) else { return .one }
        // self to the powers 1, 3, 5 and so on, as far as there are digits.
        var oddPowers = [self]
        let largest = digits.reduce(0) { max($0, $1.magnitude) }
        if largest > 1 {
            let square = cyclotomicSquare
            for index in 1...Int(largest) / 2 { oddPowers.append(oddPowers[index - 1] * square) }
        }
        func power(_ digit: Int8) -> Self {
            let power = oddPowers[Int(digit.magnitude) / 2]
            return digit < 0 ? power.conjugate : power
        }
        var result = power(digits[start])
        for digit in digits[(start + 1)...] {
            result = result.cyclotomicSquare
            if digit != 0 { result *= power(digit) }
        }
        return result
    }
}
