public import FiniteFields

/// A curve whose pairing is the optimal ate pairing over a sextic twist (Vercauteren, IEEE Transactions
/// on Information Theory 2010), given by its parameters.
///
/// What a family of curves has of its own, the end of the Miller loop and the hard part of the final
/// exponentiation, stands in protocols that refine this one.
public protocol OptimalAtePairing: PairingCurve
where G1.BaseField == Fp<Tower.Base>, G2.BaseField == Fp2<Tower>, Target == Fp12<Tower> {
    associatedtype Tower: TowerParameters

    static var twist: SexticTwist { get }
    static var twistFrobenius: TwistFrobenius<Tower> { get }

    /// The number that the Miller loop runs over, as digits −1, 0, 1, most significant first, the first
    /// of which is 1.
    static var loopDigits: [Int8] { get }

    /// Multiplies `f` by what the family adds after the loop, where `t` is the last point of the loop.
    static func finishMillerLoop(
        _ f: inout Fp12<Tower>, _ t: inout [TwistPoint<Self>], _ pairs: [(AffinePoint<G1>, AffinePoint<G2>)])

    /// Returns the power of an element of the cyclotomic subgroup to a fixed multiple, prime to r, of
    /// Φ₁₂(p)/r.
    static func hardPart(_ f: Fp12<Tower>) -> Fp12<Tower>
}

extension OptimalAtePairing {
    /// Returns Π f(p, q) before the final exponentiation.
    @inlinable
    static func millerLoop(_ pairs: [(AffinePoint<G1>, AffinePoint<G2>)]) -> Fp12<Tower> {
        let finite = pairs.filter { !$0.0.isInfinity && !$0.1.isInfinity }
        var f = Fp12<Tower>.one
        if finite.isEmpty { return f }
        var t = finite.map { TwistPoint<Self>($0.1) }
        for digit in loopDigits.dropFirst() {
            f = f.squared()
            for index in finite.indices {
                t[index].double(evaluatingAt: finite[index].0, into: &f)
            }
            if digit == 0 { continue }
            for index in finite.indices {
                let (p, q) = finite[index]
                t[index].add(digit > 0 ? q : -q, evaluatingAt: p, into: &f)
            }
        }
        finishMillerLoop(&f, &t, finite)
        return f
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
