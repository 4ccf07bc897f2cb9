public import Groth16

/// What an accuracy certificate is about: all that is fixed before its first proof.
public struct CertificateStatement: Hashable, Sendable {
    public var curve: CurveName
    /// SHA-256 of the circuit's .r1cs file.
    public var circuitHash: Fingerprint
    /// `CommittedCircuit.keyHash`.
    public var keyHash: Fingerprint
    /// The fingerprint of the model's registration.
    public var registration: Fingerprint
    /// The data set's name, for people; what counts is `imagesHash`.
    public var dataset: String
    /// `LabeledImages.fingerprint` of the test images with their labels.
    public var imagesHash: Fingerprint
    public var choice: ImageChoice
    /// How many images it is about.
    public var count: Int
    /// What the client asked for after the model was registered; empty where she asked for nothing.
    public var challenge: String
    /// Public outputs of each proof: logits, or the class.
    public var outputCount: Int

    /// The longest challenge, in bytes of UTF-8.
    public static var challengeLimit: Int { 256 }

    /// Returns the indices of the test images that it is about, in ascending order.
    ///
    /// - Parameter imageCount: of all test images.
    /// - Throws: `CertificateError` where there are fewer, or, for `all`, not just as many.
    public func indices(ofImages imageCount: Int) throws(CertificateError) -> [Int] {
        guard count > 0, choice == .all ? count == imageCount : count <= imageCount else {
            throw .countOutOfRange(count, imageCount: imageCount)
        }
        guard choice == .chosen else { return Array(0..<count) }
        var expander = HashExpander(seed: seed)
        return expander.subset(of: imageCount, count: count)
    }

    /// The seed of the draw. What it hashes is fixed when the draw is made; the registration hashes key, circuit and
    /// the model's points. A challenge that the client sends after the registration makes the draw hers.
    var seed: Fingerprint {
        var items = CertificateItems(tag: "espalier.certificate.draw.v1")
        items.append(registration.bytes)
        items.append(imagesHash.bytes)
        items.append(count)
        items.append(challenge)
        return Fingerprint(hashing: items.bytes)
    }

    /// The images in words, for people: `200 test images of mnist, drawn from 10,000 by the registration`.
    ///
    /// - Parameter imageCount: of all test images.
    package func imagesInWords(of imageCount: Int) -> String {
        let images = "\(NumberText.grouped(count)) test images of \(dataset.onSingleLine)"
        switch choice {
        case .all: return "all \(images)"
        case .chosen:
            let challenge = challenge.isEmpty ? "" : " and the challenge \"\(challenge.onSingleLine)\""
            return "\(images), drawn from \(NumberText.grouped(imageCount)) by the registration\(challenge)"
        }
    }
}
