public import FiniteFields

/// The optimal ate pairing of a curve of Barreto, Lynn and Scott of embedding degree 12 with parameter x;
/// its loop runs over |x|.
public protocol BarretoLynnScottPairing: OptimalAtePairing {
    static var parameterIsNegative: Bool { get }
}

extension BarretoLynnScottPairing {
    /// Returns no points: the loop is complete.
    @inlinable
    public static func pointsAddedAfterLoop(_ q: AffinePoint<G2>) -> [AffinePoint<G2>] { [] }

    /// Inverts the value for negative x, up to factors that the final exponentiation removes: the
    /// conjugate, f to the power p⁶, and 1/f have the same power p⁶ − 1.
    @inlinable
    public static func finishMillerLoop(_ f: Fp12<Tower>) -> Fp12<Tower> {
        parameterIsNegative ? f.conjugate : f
    }

    /// Returns f to the power 3 Φ₁₂(p)/r = (x − 1)² (x + p) (x² + p² − 1) + 3
    /// (Hayashida, Hayasaka, Teruya, ePrint 2020/875, section 4).
    ///
    /// The same multiple as in snarkjs and arkworks, so that values of pairings can be compared with theirs.
    @inlinable
    public static func hardPart(_ f: Fp12<Tower>) -> Fp12<Tower> {
        // f^(x − 1), and once more.
        let a = power(f) * f.conjugate
        let b = power(a) * a.conjugate
        let c = power(b) * b.frobenius
        let d = power(power(c)) * c.frobenius.frobenius * c.conjugate
        return d * f.cyclotomicSquare * f
    }

    /// Returns f to the power x.
    @inlinable
    static func power(_ f: Fp12<Tower>) -> Fp12<Tower> {
        let power = f.cyclotomicPower(loopDigits)
        return parameterIsNegative ? power.conjugate : power
    }
}
