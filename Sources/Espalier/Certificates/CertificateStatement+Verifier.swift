import CircuitFormats
public import Datasets
import Groth16
import NetworkCompiler

extension CertificateStatement {
    /// Returns what a certificate of a registered model on a data set is about.
    ///
    /// - Throws: `CertificateError` where there is no registered model with public inputs, or it takes other images.
    public init<Curve: InterchangeCurve>(
        _ verifier: NetworkVerifier<Curve>, on dataset: Dataset, choice: ImageChoice, count: Int,
        challenge: String
    ) throws(CertificateError) {
        let layout = verifier.layout
        guard layout.options.weights == .committed else {
            throw .weightsNotCommitted(layout.options.weights)
        }
        guard layout.options.input == .public else { throw .inputNotPublic(layout.options.input) }
        guard let registration = verifier.registration, let fingerprint = registration.fingerprint else {
            throw .notRegistered
        }
        guard challenge.utf8.count <= Self.challengeLimit else { throw .challengeTooLong }
        let images = dataset.test
        guard layout.inputTransform.makes(layout.inputCount, of: images) else {
            throw .otherImageSize(
                ImageSizeError(
                    layout.inputTransform, making: layout.inputCount, width: images.width,
                    height: images.height))
        }
        curve = CurveName(of: Curve.self)
        circuitHash = registration.circuit.circuitHash
        keyHash = registration.circuit.keyHash
        self.registration = fingerprint
        self.dataset = dataset.name
        imagesHash = dataset.test.fingerprint
        self.choice = choice
        self.count = count
        self.challenge = challenge
        outputCount = layout.outputCount
    }

    /// Returns the first thing in which a certificate's statement is not the verifier's; nil if it is.
    func difference(from own: CertificateStatement, imageCount: Int) -> CertificateFlaw? {
        if curve != own.curve { return .otherCurve(stated: curve, expected: own.curve) }
        if circuitHash != own.circuitHash { return .otherCircuit }
        if keyHash != own.keyHash { return .otherKey }
        if registration != own.registration { return .otherRegistration }
        if dataset != own.dataset { return .otherDataset(stated: dataset, expected: own.dataset) }
        if imagesHash != own.imagesHash { return .otherImages(dataset: dataset) }
        if choice != own.choice { return .otherChoice(stated: choice, expected: own.choice) }
        if count != own.count { return .otherCount(stated: count, expected: own.count) }
        if challenge != own.challenge { return .otherChallenge(stated: challenge) }
        if outputCount != own.outputCount {
            return .outputCount(stated: outputCount, expected: own.outputCount)
        }
        let fits = choice == .all ? count == imageCount : count > 0 && count <= imageCount
        return fits ? nil : .imageCount(stated: count, of: imageCount)
    }
}
