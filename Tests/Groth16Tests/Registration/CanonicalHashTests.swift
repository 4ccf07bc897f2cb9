import EllipticCurves
import FiniteFields
import Groth16
import TestSupport
import Testing

/// The hashes of the documentation, put together by hand.
@Suite("Canonical hashes") struct CanonicalHashTests {
    @Test func keysAndChallenges() throws {
        try expectDocumentedHashes(BN254.self, name: "BN254 G1")
        try expectDocumentedHashes(BLS12381.self, name: "BLS12-381 G1")
    }

    private func expectDocumentedHashes<Curve: PairingCurve>(_ curve: Curve.Type, name: String) throws {
        let small = try SmallCommittedCircuit<Curve>()
        let circuit = small.circuit
        let key = circuit.key
        func integer<I: FixedWidthInteger>(_ value: I) -> [UInt8] {
            withUnsafeBytes(of: value.littleEndian) { Array($0) }
        }
        func item(_ bytes: some Sequence<UInt8>) -> [UInt8] { integer(UInt64(Array(bytes).count)) + bytes }
        func g1(_ points: [AffinePoint<Curve.G1>]) -> [UInt8] {
            points.flatMap { $0.x.littleEndianBytes + $0.y.littleEndianBytes }
        }
        func g2(_ points: [AffinePoint<Curve.G2>]) -> [UInt8] {
            points.flatMap { $0.x.littleEndianBytes + $0.y.littleEndianBytes }
        }
        func run(_ count: UInt64, _ minimum: Int128, _ maximum: Int128) -> [UInt8] {
            integer(count) + integer(minimum) + integer(maximum)
        }
        let keyItems: [[UInt8]] = [
            Array("espalier.key.v1".utf8), Array(name.utf8), g1([key.alpha1]),
            g2([key.beta2, key.gamma2, key.delta2]), g1(key.inputPoints), [0, 1, 1, 1, 2, 2, 3, 3, 5],
            integer(2 as UInt64) + run(2, -100_000, 100_000) + run(1, 0, 9),
            integer(1 as UInt64) + run(3, 0, 15),
        ]
        #expect(circuit.keyHash == Fingerprint(hashing: keyItems.flatMap(item)))

        let registration = try register(small.opening(), for: circuit, label: "Älice")
        let questions = [
            ("espalier.opening.model-constants.v1", registration.constantsProof, [registration.constants]),
            ("espalier.opening.model-columns.v1", registration.columnsProof, registration.columns),
        ]
        for (tag, proof, points) in questions {
            let items: [[UInt8]] = [
                Array(tag.utf8), circuit.keyHash.bytes, circuit.circuitHash.bytes, Array("Älice".utf8),
                g1([registration.constants]), g1(registration.columns), g1([proof.announcement]),
            ]
            let hash = Fingerprint(hashing: items.flatMap(item)).bytes
            let c = try #require(Curve.ScalarField(littleEndianBytes: hash.dropLast() + [0]))
            let wires = circuit.wires
            let bases = (points.count == 1 ? wires.committed : []) + wires.accumulators + [wires.mask]
            // Σ s_j Γ_j = T + Σ c^i P_i, term by term.
            var left = JacobianPoint<Curve.G1>.infinity
            for (wire, response) in zip(bases, proof.responses) {
                left += key.inputPoints[wire].multiplied(by: response)
            }
            var right = JacobianPoint(proof.announcement)
            for (index, point) in points.enumerated() {
                right += point.multiplied(by: c.power(UInt64(index + 1)))
            }
            #expect(left == right)
        }
        let items: [[UInt8]] = [
            Array("espalier.registration.v1".utf8), Array(name.utf8), circuit.keyHash.bytes,
            circuit.circuitHash.bytes, Array("Älice".utf8), g1([registration.constants]),
            g1(registration.columns), g1([registration.constantsProof.announcement]),
            registration.constantsProof.responses.flatMap(\.littleEndianBytes),
            g1([registration.columnsProof.announcement]),
            registration.columnsProof.responses.flatMap(\.littleEndianBytes),
        ]
        #expect(registration.encoded == items.flatMap(item))
    }
}
