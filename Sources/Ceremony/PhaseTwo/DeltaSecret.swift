public import CircuitFormats
import ConstraintSystem
import EllipticCurves
import FiniteFields

/// What one party multiplies δ by, and the points that show it. Wiped with the object.
struct DeltaSecret<Curve: CeremonyCurve>: ~Copyable {
    private let factors: SecretBuffer<Curve.ScalarField>
    let s: AffinePoint<Curve.G1>
    let sx: AffinePoint<Curve.G1>

    var factor: Curve.ScalarField { factors[0] }
    /// The inverse, which the points for private wires and for h are multiplied by.
    var inverse: Curve.ScalarField { factors[1] }

    init(generator: inout ChaChaGenerator) {
        var factors = SecretBuffer<Curve.ScalarField>(repeating: .zero, count: 2)
        repeat { factors[0] = generator.nextElement() } while factors[0].isZero
        factors[1] = factors[0].inverse() ?? .zero
        s = generator.nextG1(Curve.self)
        sx = s.multiplied(by: factors[0]).affine
        self.factors = factors
    }

    /// The point of G2 that a transcript names.
    static func challengePoint(_ transcript: [UInt8]) -> AffinePoint<Curve.G2> {
        var generator = ChaChaGenerator(seed: transcript)
        return generator.nextG2(Curve.self)
    }
}

extension Blake2b {
    /// Takes in what a contribution adds to the transcript of the next ones.
    mutating func update<Curve>(_ contribution: ZKeyContribution<Curve>) {
        update(contribution.deltaAfter)
        update(contribution.s)
        update(contribution.sx)
        update(contribution.spx)
        update(contribution.transcript)
    }
}

extension ZKeyContribution where Curve: CeremonyCurve {
    /// The hash that the party was shown.
    public var hash: [UInt8] {
        var hash = Blake2b()
        hash.update(self)
        return hash.digest()
    }
}
