public import FiniteFields

/// A curve whose pairing is the optimal ate pairing over a sextic twist (Vercauteren, IEEE Transactions
/// on Information Theory 2010), given by its parameters.
///
/// What a family of curves has of its own, the end of the Miller loop and the hard part of the final
/// exponentiation, stands in protocols that refine this one.
public protocol OptimalAtePairing: PairingCurve
where
    G1.BaseField == Fp<Tower.Base>, G2.BaseField == Fp2<Tower>, Target == Fp12<Tower>,
    PreparedG2 == PreparedG2Point<Self>
{
    associatedtype Tower: TowerParameters

    static var twist: SexticTwist { get }
    static var twistFrobenius: TwistFrobenius<Tower> { get }

    /// The number that the Miller loop runs over, as digits −1, 0, 1, most significant first, the first
    /// of which is 1.
    static var loopDigits: [Int8] { get }

    /// Returns the points that the loop's last point is added to after the loop.
    static func pointsAddedAfterLoop(_ q: AffinePoint<G2>) -> [AffinePoint<G2>]

    /// Returns the value of the whole loop from what its steps have given.
    static func finishMillerLoop(_ f: Fp12<Tower>) -> Fp12<Tower>

    /// Returns the power of an element of the cyclotomic subgroup to a fixed multiple, prime to r, of
    /// Φ₁₂(p)/r.
    static func hardPart(_ f: Fp12<Tower>) -> Fp12<Tower>
}

extension OptimalAtePairing {
    /// Returns Π f(p, q) over all pairs before the final exponentiation.
    @inlinable
    static func millerLoop(
        _ pairs: [(AffinePoint<G1>, AffinePoint<G2>)],
        prepared: [(AffinePoint<G1>, PreparedG2Point<Self>)] = []
    ) -> Fp12<Tower> {
        var loop = MillerLoop<Self>(pairs, prepared: prepared)
        if loop.isEmpty { return .one }
        for digit in loopDigits.dropFirst() {
            loop.double()
            if digit != 0 { loop.add(negated: digit < 0) }
        }
        loop.finish()
        return finishMillerLoop(loop.f)
    }

    /// Returns f to the power c (p¹² − 1)/r with c prime to r: the easy part (p⁶ − 1)(p² + 1), then
    /// the hard part.
    ///
    /// - Precondition: f is not zero; values of Miller loops are not.
    @inlinable
    static func finalExponentiation(_ f: Fp12<Tower>) -> Fp12<Tower> {
        guard let inverse = f.inverse() else { preconditionFailure("a value of a Miller loop is not zero") }
        let unitary = f.conjugate * inverse
        return hardPart(unitary.frobenius.frobenius * unitary)
    }
}
