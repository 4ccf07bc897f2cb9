public import FiniteFields

extension JacobianPoint {
    /// Returns the point added to itself `scalar` times.
    @inlinable
    public func multiplied(by scalar: Curve.ScalarField) -> Self {
        multiplied(byWords: scalar.canonicalWords)
    }

    /// Returns the multiple by a non-negative integer of any size, least significant word first.
    ///
    /// For points outside the group of order r too. Signed windows of five bits: one doubling per bit,
    /// about one addition in six bits. Variable time.
    @specialized(where Curve == BN254.G1)
    @specialized(where Curve == BN254.G2)
    public func multiplied(byWords words: [UInt64]) -> Self {
        let digits = NonAdjacentForm.digits(of: words, width: 5)
        if digits.isEmpty { return .infinity }
        let twice = doubled()
        var oddMultiples = [self]
        for index in 1..<8 { oddMultiples.append(oddMultiples[index - 1] + twice) }
        var result = Self.infinity
        var index = digits.count
        while index > 0 {
            index -= 1
            result = result.doubled()
            let digit = Int(digits[index])
            if digit > 0 {
                result += oddMultiples[digit / 2]
            } else if digit < 0 {
                result -= oddMultiples[-digit / 2]
            }
        }
        return result
    }
}
