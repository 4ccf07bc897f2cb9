import CircuitFormats
import EllipticCurves
import FiniteFields
import Foundation
import TestSupport
import Testing

/// Points to and from `Tests/interop/points.py`.
extension InteroperabilityTests {
    @Test func theirsArePoints() throws {
        let points = try JSONDecoder().decode([ForeignPoint].self, from: Data(Exchange.bytes("points.json")))
        for implementation in ["py_ecc", "py-arkworks-bls12381", "pymcl", "groth16py"] {
            let theirs = points.filter { $0.with == implementation }
            let agreeing = try theirs.count { point in
                switch point.curve {
                case "bn254": try point.isOurs(on: BN254.self)
                case "bls12381": try point.isOurs(on: BLS12381.self)
                default: false
                }
            }
            try Exchange.record(
                "their points computed and decoded here", with: implementation, cases: theirs.count,
                agreeing: agreeing)
        }
    }

    @Test func writeOurPoints() throws {
        let points = ourPoints(on: BN254.self, "bn254") + ourPoints(on: BLS12381.self, "bls12381")
        try Exchange.write(Array(try JSONEncoder().encode(points)), "our_points.json")
    }

    private func ourPoints<Curve: InterchangeCurve>(on curve: Curve.Type, _ name: String) -> [ForeignPoint] {
        var generator = SeededGenerator(seed: 74)
        let random = (0..<22).map { _ in Curve.ScalarField.random(using: &generator) }
        return ([1, 2, -1] + random).flatMap { scalar in
            [
                ForeignPoint(name, "g1", scalar, of: Curve.G1.self) { [$0.x.description, $0.y.description] },
                ForeignPoint(name, "g2", scalar, of: Curve.G2.self) { point in
                    [point.x, point.y].flatMap { Curve.coefficients($0).map(\.description) }
                },
            ]
        }
    }
}
