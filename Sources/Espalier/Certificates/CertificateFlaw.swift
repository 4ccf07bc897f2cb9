public import EllipticCurves
public import Groth16

/// What is wrong with an accuracy certificate, the first that was found. Places of proofs are counted from 0.
public enum CertificateFlaw: Error, Hashable, Sendable, CustomStringConvertible {
    case otherCurve(stated: CurveName, expected: CurveName)
    case otherCircuit
    case otherKey
    case otherRegistration
    case otherDataset(stated: String, expected: String)
    /// Pixels, labels, or their number differ from the verifier's.
    case otherImages(dataset: String)
    case otherChallenge(stated: String)
    case otherCount(stated: Int, expected: Int)
    case otherChoice(stated: ImageChoice, expected: ImageChoice)
    case outputCount(stated: Int, expected: Int)
    /// More images than there are, or not all of them where all are promised.
    case imageCount(stated: Int, of: Int)
    /// A proof is about another image than the one whose turn it is.
    case otherImage(place: Int, stated: Int, expected: Int)
    /// A proof's bytes are no points of their groups.
    case notAProof(place: Int, image: Int, PointEncodingError)
    case rejected(place: Int, image: Int, Verdict.Reason)
    case wrongAccuracy(stated: Int, counted: Int)

    public var description: String {
        switch self {
        case .otherCurve(let stated, let expected): "it is on \(stated), and the key on \(expected)"
        case .otherCircuit: "it is about another circuit"
        case .otherKey: "it is about another key, or other ranges of its values"
        case .otherRegistration:
            "it is about another registration: another model, or the same registered again"
        case .otherDataset(let stated, let expected):
            "it is about the data set \(stated.onSingleLine), not \(expected)"
        case .otherImages(let name): "its test images of \(name.onSingleLine), or their labels, are not yours"
        case .otherChallenge(let stated):
            stated.isEmpty
                ? "it was made without a challenge"
                : "it answers the challenge \"\(stated.onSingleLine)\": if that is yours, say so with --challenge"
        case .otherCount(let stated, let expected): "it is about \(stated) images, not \(expected)"
        case .otherChoice(let stated, let expected):
            "its images are \(stated.rawValue), not \(expected.rawValue)"
        case .outputCount(let stated, let expected):
            "its proofs have \(stated) outputs, and those of the circuit \(expected)"
        case .imageCount(let stated, let total):
            "it is about \(stated) images, and there are \(total) test images"
        case .otherImage(let place, let stated, let expected):
            "proof \(place) is about test image \(stated) where it should be image \(expected)"
        case .notAProof(let place, let image, let error):
            "proof \(place), of test image \(image), is none: \(Self.words(error))"
        case .rejected(let place, let image, let reason):
            "proof \(place), of test image \(image), does not hold: \(reason)"
        case .wrongAccuracy(let stated, let counted):
            "it says that \(stated) answers are right, and its proofs show \(counted)"
        }
    }

    private static func words(_ error: PointEncodingError) -> String {
        switch error {
        case .wrongLength: "a point has another length"
        case .wrongFlags, .notCanonical: "a point is not canonical"
        case .notOnCurve: "a point is not on the curve"
        case .notInSubgroup: "a point is outside the subgroup"
        }
    }
}
