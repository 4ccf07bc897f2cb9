import BigInt

/// All real roots of a polynomial, each once, found with certainty (Sturm 1829) in exact arithmetic.
enum RealRoots {
    /// Returns the roots in increasing order; none for a constant.
    static func roots(of polynomial: IntegerPolynomial) -> [RealRoot] {
        guard polynomial.degree > 0 else { return [] }
        let chain = SturmChain(polynomial)
        let first = chain.polynomials[0]
        // Cauchy: all roots lie within 1 + max |c_i / c_n|.
        let largest = first.coefficients.map { BigInt($0.magnitude) }.max() ?? 0
        let bound = Rational(BigInt(1) << ((largest / BigInt(first.leading.magnitude) + 1).bitWidth + 1))
        var roots: [RealRoot] = []
        var open = [(lower: -bound, upper: bound)]
        while let (lower, upper) = open.popLast() {
            switch chain.variations(at: lower) - chain.variations(at: upper) {
            case 0: break
            case 1: roots.append(RealRoot(of: first, above: lower, upTo: upper))
            default:
                let middle = (lower + upper) * Rational(1, over: 2)
                open.append((middle, upper))
                open.append((lower, middle))
            }
        }
        return roots
    }
}

/// A polynomial without its multiple roots, its derivative, and the negated remainders of Euclid's algorithm.
///
/// The number of roots in a < x ≤ b is the number of changes of sign at a less that at b.
private struct SturmChain {
    let polynomials: [IntegerPolynomial]

    init(_ polynomial: IntegerPolynomial) {
        let chain = Self.remainders(polynomial)
        if let last = chain.last, last.degree > 0 {
            // The last is the greatest common divisor with the derivative: it holds the repeated roots.
            let (simple, _, _) = chain[0].pseudoQuotientAndRemainder(dividingBy: last)
            polynomials = Self.remainders(simple)
        } else {
            polynomials = chain
        }
    }

    func variations(at x: Rational) -> Int {
        let signs = polynomials.map { $0.sign(at: x) }.filter { $0 != 0 }
        return zip(signs, signs.dropFirst()).count { $0 != $1 }
    }

    private static func remainders(_ polynomial: IntegerPolynomial) -> [IntegerPolynomial] {
        var chain = [polynomial.primitivePart, polynomial.derivative.primitivePart]
        while let last = chain.last, last.degree > 0 {
            let (_, remainder, _) = chain[chain.count - 2].pseudoQuotientAndRemainder(dividingBy: last)
            if remainder.isZero { break }
            chain.append(remainder.scaled(by: -1).primitivePart)
        }
        return chain
    }
}
