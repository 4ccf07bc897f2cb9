import BigInt

/// How far both sides of an equation can be apart when each variable is an integer of so many bits.
///
/// A circuit computes modulo a prime r: it shows that `scale · (polynomial − target)` is a multiple of r. For
/// integers that is an integer. Where its magnitude is below r, the only such multiple is 0, and the equation holds
/// over the integers. What the gates in between come to does not matter: the remainder modulo r of a sum or product
/// follows from those of its operands, however large they are.
struct EquationBounds: Hashable, Sendable {
    /// The values of each variable: `−2^(bits − 1) … 2^(bits − 1) − 1`.
    let range: ClosedRange<BigInt>
    /// A positive integer that makes `scale · polynomial` and `scale · target` integers for all integers.
    let scale: BigInt
    /// A bound on `|scale · (polynomial − target)|` over the range.
    let distance: BigInt

    init(_ flattened: FlattenedEquation, bits: Int) {
        let half = BigInt(1) << (bits - 1)
        range = -half...half - 1
        let interval = RationalInterval(Rational(-half), Rational(half - 1))
        let variables = flattened.variables.map { _ in interval }
        let output =
            flattened.values(of: variables, constant: { RationalInterval($0) }) { operation, a, b in
                switch operation {
                case .add: a + b
                case .subtract: a - b
                case .multiply: a * b
                }
            }.last ?? interval
        scale = Self.scale(flattened)
        let apart = (output - RationalInterval(flattened.target)).magnitude * Rational(scale)
        distance = -(-apart).floor
    }

    /// The bits of the distance.
    var bitCount: Int { distance.magnitude.bitWidth }

    /// Whether no multiple of the modulus but 0 lies within the distance.
    func fit(below modulus: BigInt) -> Bool { distance < modulus }

    /// The largest number of bits below `bits` at which the distance is below the modulus; nil if there is none
    /// from 2 on.
    static func largestBits(
        _ flattened: FlattenedEquation, below modulus: BigInt, upTo bits: Int
    ) -> Int? {
        (2..<max(2, bits)).last { EquationBounds(flattened, bits: $0).fit(below: modulus) }
    }

    /// A common denominator of ~out for all integers: of a product the product, of a sum the least common multiple
    /// of the operands'.
    private static func scale(_ flattened: FlattenedEquation) -> BigInt {
        func leastCommonMultiple(_ a: BigInt, _ b: BigInt) -> BigInt {
            a / a.greatestCommonDivisor(with: b) * b
        }
        let variables = flattened.variables.map { _ in BigInt(1) }
        let output = flattened.values(of: variables, constant: { $0.denominator }) { operation, a, b in
            operation == .multiply ? a * b : leastCommonMultiple(a, b)
        }.last
        return leastCommonMultiple(output ?? 1, flattened.target.denominator)
    }
}
