/// All numbers between two fractions, the ends among them.
struct RationalInterval: Hashable, Sendable {
    let lower: Rational
    let upper: Rational

    /// - Precondition: `lower ≤ upper`.
    init(_ lower: Rational, _ upper: Rational) {
        precondition(lower <= upper, "an interval is not empty")
        self.lower = lower
        self.upper = upper
    }

    init(_ value: Rational) { self.init(value, value) }

    /// The largest magnitude in it.
    var magnitude: Rational { max(lower.magnitude, upper.magnitude) }

    static func + (left: Self, right: Self) -> Self {
        Self(left.lower + right.lower, left.upper + right.upper)
    }

    static func - (left: Self, right: Self) -> Self {
        Self(left.lower - right.upper, left.upper - right.lower)
    }

    static func * (left: Self, right: Self) -> Self {
        let ends = [
            left.lower * right.lower, left.lower * right.upper, left.upper * right.lower,
            left.upper * right.upper,
        ]
        return Self(ends.min() ?? .zero, ends.max() ?? .zero)
    }
}
