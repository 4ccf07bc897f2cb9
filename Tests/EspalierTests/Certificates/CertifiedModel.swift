import Espalier
import Testing

/// A registered model, and certificates of its answers, made once, in seconds.
final class CertifiedModel: Sendable {
    static let shared = Result { try CertifiedModel() }

    static let count = 12

    let dataset: Dataset
    let network: IntegerNetwork
    let circuit: NetworkCircuit<BN254>
    let key: ProvingKey<BN254>
    let keyFile: VerifyingKeyFile<BN254>
    let opening: ModelOpening<BN254.ScalarField>
    let registration: ModelRegistration<BN254>
    /// Of the same model, registered again: what a grinding owner makes.
    let otherOpening: ModelOpening<BN254.ScalarField>
    let otherRegistration: ModelRegistration<BN254>
    /// Twelve drawn images, challenge "Berlin".
    let drawn: CertificateParts
    /// All twenty test images.
    let all: CertificateParts
    /// All test images, of the other registration.
    let otherModel: CertificateParts

    init() throws {
        let digits = DrawnDigits.standard(trainCount: 1500, testCount: 20)
        dataset = digits
        var options = TrainingOptions.default
        options.epochs = 8
        network = try Network.trained(on: dataset.train, hidden: [8], options: options)
            .quantized(calibratedOn: dataset.train).network
        circuit = try network.compiled(CompileOptions(weights: .committed))
        key = try circuit.developmentKey()
        keyFile = circuit.verifyingKeyFile(for: key.verifyingKey)
        let committed = try keyFile.committedCircuit()
        opening = circuit.modelOpening()
        registration = try register(opening, for: committed, label: "test")
        otherOpening = circuit.modelOpening()
        otherRegistration = try register(otherOpening, for: committed, label: "test")
        let scratch = try ScratchDirectory()
        let verifier = try Self.verifier(keyFile, registration)
        let otherVerifier = try Self.verifier(keyFile, otherRegistration)
        try CertificateMaker(
            circuit, key: key, verifier: verifier, on: digits, count: Self.count, challenge: "Berlin"
        ).make(opening: opening, at: scratch("drawn"), jobs: 2)
        try CertificateMaker(circuit, key: key, verifier: verifier, on: digits, choice: .all, count: 1)
            .make(opening: opening, at: scratch("all"), jobs: 1)
        try CertificateMaker(circuit, key: key, verifier: otherVerifier, on: digits, choice: .all, count: 1)
            .make(opening: otherOpening, at: scratch("other"), jobs: 2)
        drawn = CertificateParts(try ArtifactFile.read(scratch("drawn")))
        all = CertificateParts(try ArtifactFile.read(scratch("all")))
        otherModel = CertificateParts(try ArtifactFile.read(scratch("other")))
    }

    static func verifier(
        _ key: VerifyingKeyFile<BN254>, _ registration: ModelRegistration<BN254>
    ) throws -> NetworkVerifier<BN254> {
        try NetworkVerifier(key, registration: registration, allowingDevelopmentKey: true)
    }

    func verifier() throws -> NetworkVerifier<BN254> { try Self.verifier(keyFile, registration) }

    func maker(challenge: String = "Berlin", count: Int = count) throws -> CertificateMaker<BN254> {
        try CertificateMaker(
            circuit, key: key, verifier: verifier(), on: dataset, count: count, challenge: challenge)
    }

    /// What is wrong with a certificate in the eyes of a client; nil if nothing.
    func flaw(
        in parts: CertificateParts, challenge: String = "Berlin", count: Int? = nil,
        choice: ImageChoice? = nil, dataset: Dataset? = nil
    ) throws -> CertificateFlaw? {
        let verdict = try verifier().verify(
            AccuracyCertificate(decoding: parts.bytes), on: dataset ?? self.dataset,
            demanding: CertificateDemand(challenge: challenge, count: count, choice: choice))
        #expect(verdict.isValid == (verdict.correct != nil))
        return verdict.flaw
    }
}
