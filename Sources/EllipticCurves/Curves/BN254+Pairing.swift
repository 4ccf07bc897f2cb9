public import FiniteFields

extension BN254: BarretoNaehrigPairing {
    public typealias Tower = BN254Tower
    public typealias Target = BN254Fields.Fp12

    public static var twist: SexticTwist { .divided }

    public static let twistFrobenius = TwistFrobenius<BN254Tower>(.divided)

    /// Sixteen products and a square, in place of twenty-three products for digits −1, 0, 1.
    public static let parameterDigits = Array(NonAdjacentForm.digits(of: [u], width: 4).reversed())

    public static let loopDigits = {
        let sixfold = u.multipliedFullWidth(by: 6)
        return Array(NonAdjacentForm.digits(of: [sixfold.low + 2, sixfold.high], width: 2).reversed())
    }()

    public static func pairing(_ p: AffinePoint<G1>, _ q: AffinePoint<G2>) -> Target {
        pairingProduct([(p, q)])
    }

    public static func pairingProduct(_ pairs: [(AffinePoint<G1>, AffinePoint<G2>)]) -> Target {
        finalExponentiation(millerLoop(pairs))
    }

    public static func prepare(_ q: AffinePoint<G2>) -> PreparedG2Point<BN254> { PreparedG2Point(q) }

    public static func pairingProduct(
        _ pairs: [(AffinePoint<G1>, AffinePoint<G2>)],
        prepared: [(AffinePoint<G1>, PreparedG2Point<BN254>)]
    ) -> Target {
        finalExponentiation(millerLoop(pairs, prepared: prepared))
    }
}
