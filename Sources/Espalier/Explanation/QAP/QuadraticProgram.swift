import BigInt

/// The quadratic arithmetic program of a constraint system: for each wire three polynomials, whose values at
/// 1 … n are the wire's column of A, of B and of C.
///
/// A witness r satisfies all n constraints if and only if T(X) = (X − 1) ⋯ (X − n) divides A(X) B(X) − C(X), where
/// A(X) = Σ r_j A_j(X), and so on (Gennaro, Gentry, Parno and Raykova, EUROCRYPT 2013).
struct QuadraticProgram: Sendable {
    /// One for each wire, as B and C.
    let a: [RationalPolynomial]
    let b: [RationalPolynomial]
    let c: [RationalPolynomial]
    /// The number of constraints n.
    let count: Int

    private let constraints: GateConstraints
    private let basis: LagrangeBasis

    init(_ constraints: GateConstraints) {
        let basis = LagrangeBasis(count: constraints.a.count)
        func columns(_ rows: [[Rational]]) -> [RationalPolynomial] {
            rows[0].indices.map { wire in basis.polynomial(through: rows.map { $0[wire] }) }
        }
        self.basis = basis
        self.constraints = constraints
        count = constraints.a.count
        a = columns(constraints.a)
        b = columns(constraints.b)
        c = columns(constraints.c)
    }

    /// T(X).
    var vanishing: RationalPolynomial { RationalPolynomial(basis.vanishing) }

    /// What comes of dividing A(X) B(X) − C(X) by T(X) for one witness.
    struct Division: Sendable {
        let quotient: RationalPolynomial
        let remainder: RationalPolynomial
    }

    /// Divides exactly.
    ///
    /// A(X) is interpolated through the values of its rows, which gives the same polynomial as the sum over the
    /// wires.
    func division(by witness: [Rational]) -> Division {
        let rows = constraints.products(with: witness)
        let difference =
            basis.polynomial(through: rows.a) * basis.polynomial(through: rows.b)
            - basis.polynomial(through: rows.c)
        let (quotient, remainder) = difference.quotientAndRemainder(dividingBy: basis.vanishing)
        return Division(quotient: quotient, remainder: remainder)
    }
}
