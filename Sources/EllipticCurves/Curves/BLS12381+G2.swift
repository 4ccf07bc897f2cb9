public import FiniteFields

extension BLS12381 {
    /// The subgroup of order r of the twist y² = x³ + 4(1 + u) over F_p².
    public enum G2: ShortWeierstrassCurve {
        public typealias BaseField = BLS12381Fields.Fp2
        public typealias ScalarField = BLS12381Fields.Scalar

        public static var name: String { "BLS12-381 G2" }

        public static let b = BaseField(4, 4)

        public static let generator = AffinePoint<G2>(
            uncheckedX: Fp2(
                constant(
                    """
                    35270106958746661818713911601106014489002995279277524021990864423979378573571502687334760034\
                    3865175952761926303160
                    """),
                constant(
                    """
                    30591443442442137099712598147537816369864703254766475586593732062916353247689584324335095631\
                    04347017837885763365758
                    """)),
            y: Fp2(
                constant(
                    """
                    19851506022872919355680545211771716383008689782156557308593786650663447263738237184238691042\
                    63333984641494340347905
                    """),
                constant(
                    """
                    92755366549233245574720196577603788075774019345359297002502797879397687700267556498094928972\
                    7957565575433344219582
                    """)))

        public static var isWholeCurve: Bool { false }

        /// Returns whether ψ(Q) = [x] Q, where ψ is Frobenius carried over to the twist.
        ///
        /// That is sufficient: ψ² − tψ + p = 0 with the trace t = x + 1, so that ψ(Q) = [x] Q implies
        /// [x² − (x + 1)x + p] Q = [p − x] Q = [h₁ r] Q = 0, where h₁ is the cofactor of G1; and h₁ is prime
        /// to the cofactor of G2. It is necessary because ψ multiplies by p ≡ x mod r on the subgroup of
        /// order r (Scott, ePrint 2021/1130, section 4).
        public static func isInPrimeOrderSubgroup(_ point: AffinePoint<G2>) -> Bool {
            let multiple = -multipliedByMinusX(JacobianPoint(point))
            return multiple == JacobianPoint(twistFrobenius(point))
        }
    }
}
