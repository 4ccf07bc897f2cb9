public import FiniteFields

extension BN254 {
    /// The subgroup of order r of the twist y² = x³ + 3/(9 + u) over F_q².
    public enum G2: ShortWeierstrassCurve {
        public typealias BaseField = BN254Fields.Fp2
        public typealias ScalarField = BN254Fields.Scalar

        public static var name: String { "BN254 G2" }

        public static let b = BaseField(3, 0) * BN254Tower.nonResidue.inverse()!

        /// The generator of EIP-197.
        public static let generator = AffinePoint<G2>(
            uncheckedX: Fp2(
                decimal: "10857046999023057135944570762232829481370756359578518086990519993285655852781",
                "11559732032986387107991004021392285783925812861821192530917403151452391805634"),
            y: Fp2(
                decimal: "8495653923123431417604973247489272438418190587263600148770280649306958101930",
                "4082367875863433681332203403145435568316851327593401208105741076214120093531"))

        public static var isWholeCurve: Bool { false }

        /// Returns whether ψ(Q) = [6u²] Q, where ψ is Frobenius carried over to the twist.
        ///
        /// That is sufficient: ψ² − tψ + q = 0 with the trace t = 6u² + 1, so that ψ(Q) = [t − 1] Q implies
        /// [(t − 1)² − t(t − 1) + q] Q = [q + 1 − t] Q = [r] Q = 0. It is necessary because ψ multiplies by
        /// q ≡ t − 1 mod r on the subgroup of order r.
        public static func isInPrimeOrderSubgroup(_ point: AffinePoint<G2>) -> Bool {
            let multiple = JacobianPoint(point).multiplied(byWords: traceMinusOne)
            return multiple == JacobianPoint(BN254.twistFrobenius(point))
        }

        /// 6u².
        static let traceMinusOne: [UInt64] = {
            let square = BN254.u.multipliedFullWidth(by: BN254.u)
            let low = square.low.multipliedFullWidth(by: 6)
            return [low.low, square.high * 6 + low.high]
        }()
    }
}

extension Fp2 where Parameters == BN254Tower {
    /// A constant written in base ten.
    fileprivate init(decimal c0: StaticString, _ c1: StaticString) {
        self.init(Coefficient(decimal: "\(c0)")!, Coefficient(decimal: "\(c1)")!)
    }
}
