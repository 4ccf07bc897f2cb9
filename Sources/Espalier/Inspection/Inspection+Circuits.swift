import CircuitFormats
import ConstraintSystem
import FiniteFields
import Groth16

extension Inspection {
    static func circuit<Curve: InterchangeCurve>(
        _ bytes: [UInt8], _ path: String, on curve: Curve.Type
    ) throws -> Inspection {
        let system = try R1CSFile<Curve.ScalarField>(decoding: bytes).system
        let matrices = ConstraintMatrices(system)
        let hash = sha256(bytes)
        var facts = [Fact("curve", curve.name)] + facts(of: system)
        facts.append(Fact("non-zero coefficients of A, B, C", matrices.nonZeroCounts))
        var costs: [CircuitCost] = []
        do {
            let description = try CircuitDescription(of: path, system, on: curve, sha256: hash)
            facts += Self.facts(of: description)
            costs = [CircuitCost(description)]
        } catch {
            facts += [
                Fact("SHA-256 of the .r1cs file", hash),
                Fact(
                    "regions",
                    "unknown: \(CircuitDescription.path(beside: path)) is missing or not this circuit's"),
            ]
        }
        return Inspection(
            file: path, kind: "circuit (.r1cs)", bytes: bytes.count, facts: facts, costs: costs)
    }

    static func witness<Curve: InterchangeCurve>(
        _ bytes: [UInt8], _ path: String, on curve: Curve.Type
    ) throws -> Inspection {
        let witness = try WitnessFile.decode(bytes, as: Curve.ScalarField.self)
        return Inspection(
            file: path, kind: "witness (.wtns)", bytes: bytes.count,
            facts: [Fact("curve", curve.name), Fact("wires", witness.count)])
    }

    static func provingKey<Curve: InterchangeCurve>(
        _ bytes: FileBytes, _ path: String, on curve: Curve.Type
    ) throws -> Inspection {
        let file = try ZKeyFile<Curve>(decoding: bytes)
        let (a, b) = try file.matrices()
        return Inspection(
            file: path, kind: "Groth16 proving key (.zkey)", bytes: bytes.count,
            facts: [
                Fact("curve", curve.name), Fact("constraints", file.key.constraintCount),
                Fact("wires", file.key.wireCount), Fact("public values", file.key.publicCount),
                Fact("domain", file.key.domainSize),
                Fact("points of G1", file.key.firstGroupCount),
                Fact("points of G2", file.key.b2.count + 3),
                Fact(
                    "non-zero coefficients of A, B",
                    [a, b].map { NumberText.grouped($0.termCount) }.joined(separator: " / ")),
            ]
                + contributions(
                    file.contributions.map(\.parameters),
                    none: "none: a development key, whose maker can forge proofs"))
    }

    private static func facts(of system: RankOneConstraintSystem<some PrimeField>) -> [Fact] {
        [
            Fact("constraints", system.constraints.count),
            Fact("wires", system.wireCount), Fact("public outputs", system.publicOutputCount),
            Fact("public inputs", system.publicInputCount),
            Fact(
                "wires in A, B, C",
                [system.wiresInA, system.wiresInB, system.wiresInC]
                    .map { NumberText.grouped($0) }.joined(separator: " / ")),
        ]
    }

    static func facts(of description: CircuitDescription) -> [Fact] {
        [
            Fact("weights", description.options.weights.rawValue),
            Fact("input", description.options.input.rawValue),
            Fact("answer", description.options.output.rawValue),
            Fact("classes", description.classCount),
            Fact(
                "input shape",
                description.inputExtents.map(String.init).joined(separator: "×")),
            Fact("input transform", description.inputTransform?.inFull ?? "none that makes sense"),
            Fact("SHA-256 of the .r1cs file", description.circuitSHA256),
        ]
    }
}

extension ConstraintMatrices {
    fileprivate var nonZeroCounts: String {
        [a, b, c].map { NumberText.grouped($0.termCount) }.joined(separator: " / ")
    }
}

extension ProvingKey {
    /// [α]₁, [β]₁, [δ]₁ and the points of the wires and of the domain.
    fileprivate var firstGroupCount: Int {
        3 + verifyingKey.inputPoints.count + a.count + b1.count + c.count + h.count
    }
}
