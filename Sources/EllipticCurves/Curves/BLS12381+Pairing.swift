public import FiniteFields

extension BLS12381: BarretoLynnScottPairing {
    public typealias Tower = BLS12381Tower
    public typealias Target = BLS12381Fields.Fp12

    public static var twist: SexticTwist { .multiplied }

    public static let twistFrobenius = TwistFrobenius<BLS12381Tower>(.multiplied)

    public static var parameterIsNegative: Bool { true }

    public static let loopDigits: [Int8] = (0..<64).reversed().map { Int8(minusX >> $0 & 1) }

    public static func pairing(_ p: AffinePoint<G1>, _ q: AffinePoint<G2>) -> Target {
        pairingProduct([(p, q)])
    }

    public static func pairingProduct(_ pairs: [(AffinePoint<G1>, AffinePoint<G2>)]) -> Target {
        finalExponentiation(millerLoop(pairs))
    }

    public static func prepare(_ q: AffinePoint<G2>) -> PreparedG2Point<BLS12381> { PreparedG2Point(q) }

    public static func pairingProduct(
        _ pairs: [(AffinePoint<G1>, AffinePoint<G2>)],
        prepared: [(AffinePoint<G1>, PreparedG2Point<BLS12381>)]
    ) -> Target {
        finalExponentiation(millerLoop(pairs, prepared: prepared))
    }
}
