import CircuitFormats
import EllipticCurves
import Groth16

extension Inspection {
    /// The files of committed models and inputs, by the tag that they begin with.
    enum Commitment: String, CaseIterable {
        case registration = "espalier.registration.v1"
        case opening = "espalier.opening.v1"
        case inputCommitment = "espalier.input-commitment.v1"
        case inputOpening = "espalier.input-opening.v1"

        static func of(_ bytes: [UInt8]) -> Commitment? {
            allCases.first {
                bytes.dropFirst(8).starts(with: $0.rawValue.utf8) && bytes[0] == $0.rawValue.utf8.count
            }
        }
    }

    /// Says what such a file is; of a secret one nothing but that.
    static func commitment(_ bytes: [UInt8], _ path: String) throws -> Inspection {
        switch Commitment.of(bytes)! {
        case .registration:
            for name in CurveName.allCases {
                if let found = registration(bytes, path, on: name.curve) { return found }
            }
            // Says what is wrong.
            _ = try ModelFiles.registration(contentsOf: path, on: BN254.self)
            return Inspection(file: path, kind: "registration", bytes: bytes.count, facts: [])
        case .inputCommitment:
            for name in CurveName.allCases {
                if let found = inputCommitment(bytes, path, on: name.curve) { return found }
            }
            _ = try InputFiles.commitment(contentsOf: path, on: BN254.self)
            return Inspection(file: path, kind: "commitment to an input", bytes: bytes.count, facts: [])
        case .opening:
            return Inspection(
                file: path, kind: "opening of a registration (.opening): secret, it holds the weights",
                bytes: bytes.count, facts: [])
        case .inputOpening:
            return Inspection(
                file: path, kind: "opening of a commitment to an input (.input): secret, it holds the image",
                bytes: bytes.count, facts: [])
        }
    }

    private static func registration<Curve: InterchangeCurve>(
        _ bytes: [UInt8], _ path: String, on curve: Curve.Type
    ) -> Inspection? {
        guard let registration = try? ModelRegistration<Curve>(decoding: bytes) else { return nil }
        return Inspection(
            file: path, kind: "registration of a model (.registration)", bytes: bytes.count,
            facts: [
                Fact("curve", curve.name), Fact("label", registration.label.onSingleLine),
                Fact("fingerprint", registration.fingerprint.description),
                Fact("columns", registration.columns.count),
                Fact("SHA-256 of the .r1cs file", registration.circuitHash.description),
                Fact("hash of the key", registration.keyHash.description),
                Fact("checked", "no: model check does that, with the key"),
            ])
    }

    private static func inputCommitment<Curve: InterchangeCurve>(
        _ bytes: [UInt8], _ path: String, on curve: Curve.Type
    ) -> Inspection? {
        guard let commitment = try? InputCommitment<Curve>(decoding: bytes) else { return nil }
        return Inspection(
            file: path, kind: "commitment to an input (.commitment)", bytes: bytes.count,
            facts: [
                Fact("curve", curve.name), Fact("label", commitment.label.onSingleLine),
                Fact("fingerprint", commitment.fingerprint.description),
                Fact("SHA-256 of the .r1cs file", commitment.circuitHash.description),
                Fact("hash of the key", commitment.keyHash.description),
                Fact("checked", "no: input check does that, with the key"),
            ])
    }
}
