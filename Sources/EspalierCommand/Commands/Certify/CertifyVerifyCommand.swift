import ArgumentParser
import Espalier

/// `espalier certify verify`: is the accuracy proved?
struct CertifyVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check an accuracy certificate with your own copy of the data set.",
        discussion: """
            Ends with 0 if the certificate is valid, with 1 if it is not, with 2 if it could not be checked. \
            Pixels and labels are taken from the data set that is here, the drawn images are found again from \
            the registration, all proofs are checked, and right answers are counted again. Say with --count and \
            --challenge what you asked for, and with --pin which registration you had seen before: what is left \
            open, the prover may have chosen. A certificate that \
            was made with a challenge is valid only with that one.

            EXAMPLES
              espalier certify verify accuracy.certificate --key pruned.vkey.json \\
                --model pruned.registration --data mnist --count 1000 --allow-development
              espalier certify verify accuracy.certificate --key pruned.vkey.json \\
                --model pruned.registration --pin FINGERPRINT --count 1000 --challenge "Berlin, 4 March" \\
                --allow-development
            """)

    @Argument(help: "The certificate.")
    var certificate: String

    @Option(help: "The verifying key (.vkey.json, or the name given to setup).")
    var key: String

    @Option(help: "The model's registration (.registration).")
    var model: String

    @Option(
        help:
            "The fingerprint of a registration that was checked before (64 hexadecimal digits): not checked again."
    )
    var pin: Fingerprint?

    @OptionGroup var data: DatasetOptions

    @Option(help: "How many images it must be about (default: whatever it says).")
    var count: Int?

    @Option(help: "Which images it must be about, chosen or all (default: whatever it says).")
    var images: ImageChoice?

    @Option(help: "The text that you sent after the model was registered.")
    var challenge = ""

    @Flag(name: .customLong("allow-development"), help: "Accept a key whose maker could forge proofs.")
    var allowDevelopment = false

    @OptionGroup var speech: OutputOptions

    private struct Result: Encodable {
        let curve: CurveName
        let valid: Bool
        /// Why not, where it is not valid.
        let reason: String?
        let registration: String
        let label: String
        let dataset: String
        let imagesSHA256: String
        let images: ImageChoice
        let challenge: String
        let count: Int
        let correct: Int?
        let accuracy: Double?
        let interval95: [Double]?
        /// What is proved.
        let claim: String?
        let verifySeconds: Double
    }

    func run() throws {
        let key = FileName.key(key, suffix: ".vkey.json")
        try run(CurveName.forReading(key).curve, key: key)
    }

    private func run<Curve: InterchangeCurve>(_: Curve.Type, key: String) throws {
        let stated: AccuracyCertificate
        let verdict: CertificateVerdict
        let imageCount: Int
        let label: String
        do {
            stated = try AccuracyCertificate(contentsOf: certificate)
            let registration = try ModelFiles.registration(
                contentsOf: FileName.key(model, suffix: ModelFiles.registrationSuffix), on: Curve.self)
            let verifier = try NetworkVerifier(
                VerifyingKeyFile<Curve>(contentsOf: key), from: key, registration: registration,
                pinned: pin, allowingDevelopmentKey: allowDevelopment)
            let dataset = try data.load(progress: speech.progress)
            (label, imageCount) = (registration.label, dataset.test.count)
            verdict = try verifier.verify(
                stated, on: dataset,
                demanding: CertificateDemand(challenge: challenge, count: count, choice: images),
                progress: speech.progress)
        } catch {
            throw Unverifiable(error)
        }
        try report(verdict, stated.statement, label: label, imageCount: imageCount)
        if !verdict.isValid { throw ExitCode(1) }
        if let reservation = reservation(about: stated.statement), !speech.json, !speech.quiet {
            Terminal.notify(reservation)
        }
    }

    /// What was left for the prover to choose; nil if nothing.
    private func reservation(about statement: CertificateStatement) -> String? {
        guard statement.choice == .chosen else { return nil }
        if statement.challenge.isEmpty {
            return
                "the images were drawn without a challenge of yours: an owner who registers again and again can "
                + "show the kindest of many draws"
        }
        guard pin == nil || count == nil else { return nil }
        return
            "say with --pin which registration you had seen before you sent the challenge, and with --count how "
            + "many images you asked for: what is left open, the prover may have chosen"
    }

    private func report(
        _ verdict: CertificateVerdict, _ statement: CertificateStatement, label: String, imageCount: Int
    ) throws {
        let interval = verdict.correct.map { WilsonInterval(successes: $0, of: statement.count) }
        let claim = verdict.correct.map {
            "the registered model gives your label on \(NumberText.grouped($0)) of "
                + statement.imagesInWords(of: imageCount)
        }
        let result = Result(
            curve: statement.curve, valid: verdict.isValid, reason: verdict.flaw?.description,
            registration: statement.registration.description, label: label, dataset: statement.dataset,
            imagesSHA256: statement.imagesHash.description, images: statement.choice,
            challenge: statement.challenge, count: statement.count, correct: verdict.correct,
            accuracy: verdict.correct.map { Double($0) / Double(statement.count) },
            interval95: interval.map { [$0.lower, $0.upper] }, claim: claim, verifySeconds: verdict.seconds)
        try speech.report(result) {
            guard let correct = verdict.correct, let claim else {
                return "invalid: \(verdict.flaw?.description ?? "")"
            }
            return """
                valid: \(CertificateText.accuracy(correct, of: statement.count))
                \(claim)
                registration \(statement.registration)\(label.isEmpty ? "" : " (\"\(label.onSingleLine)\")")
                checked in \(NumberText.duration(seconds: verdict.seconds))
                """
        }
    }
}
