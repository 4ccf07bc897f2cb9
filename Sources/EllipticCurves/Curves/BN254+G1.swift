public import FiniteFields

extension BN254 {
    /// y² = x³ + 3 over F_q, all of whose points have order r.
    public enum G1: ShortWeierstrassCurve {
        public typealias BaseField = BN254Fields.Base
        public typealias ScalarField = BN254Fields.Scalar

        public static var name: String { "BN254 G1" }

        public static let b = BaseField(3)

        public static let generator = AffinePoint<G1>(uncheckedX: 1, y: 2)

        public static var isWholeCurve: Bool { true }

        /// Returns true: the curve has exactly r points.
        @inlinable
        public static func isInPrimeOrderSubgroup(_ point: AffinePoint<G1>) -> Bool { true }
    }
}
