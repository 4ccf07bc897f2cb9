import CircuitFormats
import EllipticCurves
import Foundation
import Groth16

extension Inspection {
    static func json<Curve: InterchangeCurve>(
        _ bytes: [UInt8], _ path: String, on curve: Curve.Type
    ) throws -> Inspection {
        guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) else {
            throw FileError(.malformed(reason: "this JSON is broken or cut off"), path: path)
        }
        if object is [Any] { return try publicValues(bytes, path) }
        guard let keys = (object as? [String: Any])?.keys else {
            throw FileError(.malformed(reason: "this JSON is of no kind that espalier knows"), path: path)
        }
        if keys.contains("pi_a") {
            let proof: Proof<Curve> = try ProofFile.decode(bytes)
            return Inspection(
                file: path, kind: "Groth16 proof", bytes: bytes.count,
                facts: [
                    Fact("curve", curve.name), Fact("A in G1", Self.text(proof.a)),
                    Fact("B in G2", Self.text(proof.b)), Fact("C in G1", Self.text(proof.c)),
                ])
        }
        if keys.contains("vk_alpha_1") { return try verifyingKey(bytes, path, on: curve) }
        if keys.contains("circuitSHA256") {
            let description = try CircuitDescription(contentsOf: path)
            return Inspection(
                file: path, kind: "description of a circuit (.circuit.json)", bytes: bytes.count,
                facts: [
                    Fact("curve", description.curve.description),
                    Fact("constraints", description.constraints),
                ] + facts(of: description),
                costs: [CircuitCost(description)])
        }
        throw FileError(.malformed(reason: "this JSON is of no kind that espalier knows"), path: path)
    }

    /// Reading has checked it.
    private static func text<G>(_ point: AffinePoint<G>) -> String {
        point.isInfinity ? "infinity" : "on the curve, in the subgroup"
    }

    private static func verifyingKey<Curve: InterchangeCurve>(
        _ bytes: [UInt8], _ path: String, on curve: Curve.Type
    ) throws -> Inspection {
        let file = try VerifyingKeyFile<Curve>(decoding: bytes)
        var facts = [
            Fact("curve", curve.name), Fact("public values", file.key.publicCount),
            Fact(
                "made by",
                file.isDevelopment
                    ? "one process: a development key, whose maker can forge proofs" : "a ceremony"),
        ]
        do {
            try file.key.validate()
            facts.append(Fact("safe to use", file.isDevelopment ? "for development only" : "yes"))
        } catch {
            facts.append(Fact("safe to use", "no: \(ErrorSentence.sentence(error))"))
        }
        facts += file.annotations.sorted { $0.key < $1.key }.map { Fact($0.key, $0.value) }
        var first = 0
        for run in file.ranges?.runs ?? [] {
            let last = first + run.count - 1
            facts.append(
                Fact(
                    first == last ? "public value \(first)" : "public values \(first) … \(last)",
                    "in \(run.range.lowerBound) … \(run.range.upperBound)"))
            first = last + 1
        }
        return Inspection(
            file: path, kind: "Groth16 verifying key (.vkey.json)", bytes: bytes.count, facts: facts)
    }
}
