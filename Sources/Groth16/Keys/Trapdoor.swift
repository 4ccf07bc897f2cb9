import ConstraintSystem
import FiniteFields

/// The numbers that a key is made of, and that nobody may know afterwards: τ (x in the paper), α, β, γ, δ.
///
/// Wiped when it goes out of scope.
struct Trapdoor<F: PrimeField>: ~Copyable {
    private let elements: SecretBuffer<F>

    var tau: F { elements[0] }
    var alpha: F { elements[1] }
    var beta: F { elements[2] }
    var delta: F { elements[3] }

    /// γ is 1, as in snarkjs's keys and as Bowe, Gabizon and Miers (eprint 2017/1050) take it.
    ///
    /// γ and δ are there to keep what public and private wires contribute apart: a prover can answer for
    /// γ's side only by what the verifier computes, and for δ's side only by C. Dividing the key by γ in
    /// the exponent rescales those terms; what the proof of soundness needs is that 1 / δ is independent
    /// of all else in the key, which a random δ is whatever γ may be.
    var gamma: F { .one }

    /// Draws a trapdoor anew until no element is zero, δ ≠ ±γ, and τ is no 2^`logarithm`-th root of unity,
    /// where the interpolation at τ would show single coefficients.
    init(avoidingRootsOfOrderTwoToThe logarithm: Int, using generator: inout some RandomNumberGenerator) {
        var elements = SecretBuffer<F>(repeating: .zero, count: 4)
        repeat {
            for index in 0..<elements.count { elements[index] = .nonzero(using: &generator) }
        } while elements[0].isRootOfUnity(ofOrderTwoToThe: logarithm) || elements[3].squared() == .one
        self.elements = elements
    }
}

extension PrimeField {
    /// Returns a uniformly random element other than zero.
    static func nonzero(using generator: inout some RandomNumberGenerator) -> Self {
        while true {
            let element = random(using: &generator)
            if !element.isZero { return element }
        }
    }

    fileprivate func isRootOfUnity(ofOrderTwoToThe logarithm: Int) -> Bool {
        var power = self
        for _ in 0..<logarithm { power = power.squared() }
        return power == .one
    }
}
