public import FiniteFields

extension BLS12381 {
    /// The subgroup of order r of y² = x³ + 4 over F_p.
    public enum G1: ShortWeierstrassCurve {
        public typealias BaseField = BLS12381Fields.Base
        public typealias ScalarField = BLS12381Fields.Scalar

        public static var name: String { "BLS12-381 G1" }

        public static let b = BaseField(4)

        public static let generator = AffinePoint<G1>(
            uncheckedX: constant(
                """
                3685416753713387016781088315183077757961620795782546409894578378688607592378376318836054947676\
                345821548104185464507
                """),
            y: constant(
                """
                1339506544944476473020471379941921221584933875938349620426543736416511423956333506472724655353\
                366534992391756441569
                """))

        public static var isWholeCurve: Bool { false }

        /// Returns whether φ(P) = [−x²] P, where φ(x, y) = (βx, y) and β³ = 1.
        ///
        /// That is sufficient: φ² + φ + 1 = 0, so that φ(P) = [−x²] P implies [x⁴ − x² + 1] P = [r] P = 0.
        /// It is necessary because φ multiplies by −x² on the subgroup of order r: by a root of
        /// λ² + λ + 1 modulo r, which β decides (Scott, "A note on group membership tests for G1, G2 and GT
        /// on BLS pairing-friendly curves", ePrint 2021/1130, section 4).
        public static func isInPrimeOrderSubgroup(_ point: AffinePoint<G1>) -> Bool {
            let multiple = multipliedByMinusX(multipliedByMinusX(JacobianPoint(point)))
            return multiple == JacobianPoint(AffinePoint(uncheckedX: point.x * beta, y: -point.y))
        }

        /// The cube root of one that belongs to the eigenvalue −x².
        static let beta = constant(
            """
            793479390729215512621379701633421447060886740281060493010456487427281649075476305620758731620350
            """)
    }

    /// Returns a constant written in base ten.
    static func constant(_ text: StaticString) -> BaseField {
        guard let element = BaseField(decimal: "\(text)") else { preconditionFailure("a constant below p") }
        return element
    }
}
