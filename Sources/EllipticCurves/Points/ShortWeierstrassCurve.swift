public import FiniteFields

/// A group of prime order r on a curve y² = x³ + b.
///
/// Long-running functions over a curve are compiled once for each known one: a new curve joins their
/// `@specialized` attributes, without which they would go through witness tables, many times slower.
public protocol ShortWeierstrassCurve: Sendable {
    /// The field that coordinates lie in.
    associatedtype BaseField: CoordinateField
    /// The integers modulo r.
    associatedtype ScalarField: PrimeField

    /// The usual name, as in "BN254 G1".
    static var name: String { get }

    /// b; not zero.
    static var b: BaseField { get }

    /// The agreed generator of the group.
    static var generator: AffinePoint<Self> { get }

    /// Returns whether a point that is known to lie on the curve lies in the group of order r.
    static func isInPrimeOrderSubgroup(_ point: AffinePoint<Self>) -> Bool
}
