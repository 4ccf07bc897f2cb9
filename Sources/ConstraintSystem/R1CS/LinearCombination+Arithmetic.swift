import FiniteFields

extension LinearCombination: ExpressibleByIntegerLiteral {
    /// The constant `value`.
    public init(integerLiteral value: Int) { self.init(constant: F(value)) }

    /// The constant `value`.
    public init(constant value: Int128) { self.init(constant: F(value)) }

    /// Whether no wire but the constant takes part.
    public var isConstant: Bool { terms.isEmpty || (terms.count == 1 && terms[0].wire == .one) }

    /// The value that the combination has in every witness, or nil if that depends on the witness.
    public var constantValue: F? {
        if terms.isEmpty { return .zero }
        return terms.count == 1 && terms[0].wire == .one ? terms[0].coefficient : nil
    }
}

extension LinearCombination {
    /// Returns the coefficient of a wire, or nil where it takes no part. Logarithmic in the number of terms.
    func coefficient(of wire: Wire) -> F? {
        var low = 0
        var high = terms.count
        while low < high {
            let middle = (low + high) / 2
            if terms[middle].wire < wire { low = middle + 1 } else { high = middle }
        }
        return low < terms.count && terms[low].wire == wire ? terms[low].coefficient : nil
    }
}

// MARK: - Vector space

extension LinearCombination {
    public static func + (left: Self, right: Self) -> Self { merged(left, right, subtracting: false) }

    public static func - (left: Self, right: Self) -> Self { merged(left, right, subtracting: true) }

    public static prefix func - (value: Self) -> Self {
        Self(uncheckedTerms: value.terms.map { Term($0.wire, -$0.coefficient) })
    }

    public static func += (left: inout Self, right: Self) { left = left + right }

    public static func -= (left: inout Self, right: Self) { left = left - right }

    public static func * (factor: F, value: Self) -> Self { value.scaled(by: factor) }

    public static func * (factor: Int, value: Self) -> Self { value.scaled(by: F(factor)) }

    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    func scaled(by factor: F) -> Self {
        if factor.isZero { return Self() }
        if factor == .one { return self }
        return Self(uncheckedTerms: terms.map { Term($0.wire, factor * $0.coefficient) })
    }

    /// Merges two ordered lists of terms; linear in their lengths.
    @specialized(where F == BN254Fields.Scalar)
    @specialized(where F == BLS12381Fields.Scalar)
    private static func merged(_ left: Self, _ right: Self, subtracting: Bool) -> Self {
        if right.terms.isEmpty { return left }
        var merged: [Term] = []
        merged.reserveCapacity(left.terms.count + right.terms.count)
        var next = 0
        for term in right.terms {
            while next < left.terms.count, left.terms[next].wire < term.wire {
                merged.append(left.terms[next])
                next += 1
            }
            var coefficient = subtracting ? -term.coefficient : term.coefficient
            if next < left.terms.count, left.terms[next].wire == term.wire {
                coefficient += left.terms[next].coefficient
                next += 1
            }
            if !coefficient.isZero { merged.append(Term(term.wire, coefficient)) }
        }
        merged.append(contentsOf: left.terms[next...])
        return Self(uncheckedTerms: merged)
    }
}
