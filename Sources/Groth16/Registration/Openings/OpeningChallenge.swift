package import EllipticCurves
import FiniteFields

/// The statement that a proof of an opening is about, and in place of a verifier the hash that asks (Fiat and
/// Shamir, CRYPTO 1986): of everything that is fixed before, and of the announcement.
package struct OpeningChallenge<Curve: ShortWeierstrassCurve> {
    /// What is proved, so that an answer to one question is none to another.
    package enum Purpose: String {
        case modelColumns = "espalier.opening.model-columns.v1"
        case modelConstants = "espalier.opening.model-constants.v1"
        case committedInput = "espalier.opening.committed-input.v1"
    }

    package var purpose: Purpose
    package var keyHash: Fingerprint
    package var circuitHash: Fingerprint
    package var label: String
    /// Lists of points, all that is published.
    package var points: [[AffinePoint<Curve>]]

    package init(
        _ purpose: Purpose, keyHash: Fingerprint, circuitHash: Fingerprint, label: String,
        points: [[AffinePoint<Curve>]]
    ) {
        self.purpose = purpose
        self.keyHash = keyHash
        self.circuitHash = circuitHash
        self.label = label
        self.points = points
    }

    /// Returns c for an announcement: the first 248 bits of the hash, least significant byte first.
    ///
    /// All 2^248 values are below r and equally likely, which a hash reduced modulo r is not.
    package func callAsFunction(_ announcement: AffinePoint<Curve>) -> Curve.ScalarField {
        var items = CanonicalItems(tag: purpose.rawValue)
        items.append(bytes: keyHash.bytes)
        items.append(bytes: circuitHash.bytes)
        items.append(text: label)
        for list in points { items.append(points: list) }
        items.append(points: [announcement])
        var bytes = Fingerprint(hashing: items.bytes).bytes
        bytes[31] = 0
        guard let challenge = Curve.ScalarField(littleEndianBytes: bytes) else {
            preconditionFailure("r has more than 248 bits")
        }
        return challenge
    }
}
