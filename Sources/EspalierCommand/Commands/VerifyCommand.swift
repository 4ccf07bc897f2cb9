import ArgumentParser
import Espalier

/// `espalier verify`: is the answer proved?
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check a proof.",
        discussion: """
            Ends with 0 if the proof is valid, with 1 if it is not, with 2 if it could not be checked (and \
            with 64 if the command line is wrong). A point off the curve or a number that is not canonical \
            makes an invalid proof; a missing or broken file and an unusable key leave it unchecked. \
            Checks the declared ranges of all public values too. The curve is the key's. With an image, checks that the proof is \
            about that image.

            Where weights are committed, --model names the registration of the model that should have \
            answered; it is checked each time, which takes some milliseconds, unless --pin says which one was \
            checked before (model check prints its fingerprint). Where the image is committed, \
            --input-commitment says to what.

            The proof may be in snarkjs's JSON, or compressed as arkworks or gnark write it. The key may be of any \
            circuit, snarkjs's verification_key.json for example: then the public values are printed, and what they \
            mean is for the circuit's author to say. Such a key does not say how it was made, so it counts as a \
            development key; export key makes one that does from a .zkey.

            EXAMPLES
              espalier verify --key pruned.vkey.json --proof proof.json --public public.json \\
                --test-image 7 --allow-development
              espalier verify --key pruned.vkey.json --model pruned.registration --test-image 7 \\
                --allow-development
              espalier verify --key verification_key.json --proof proof.json --allow-development
            """)

    @Option(help: "The verifying key (.vkey.json, or the name given to setup).")
    var key: String

    @Option(help: "The proof.")
    var proof = "proof.json"

    @Option(name: .customLong("public"), help: "The public values.")
    var publicValues = "public.json"

    @OptionGroup var image: ImageOptions

    @OptionGroup var commitments: CommitmentOptions

    @Option(
        help:
            "The fingerprint of a registration that was checked before (64 hexadecimal digits): not checked again."
    )
    var pin: Fingerprint?

    @Flag(
        name: .customLong("allow-development"),
        help: "Accept a key whose maker could forge proofs.")
    var allowDevelopment = false

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        if pin != nil, commitments.model == nil { throw ValidationError("--pin goes with --model") }
    }

    private struct Result: Encodable {
        let curve: CurveName
        let valid: Bool
        /// Why not, where it is not valid.
        let reason: String?
        let `class`: Int?
        let logits: [String]?
        /// Of which model and which input that is the answer.
        let claim: String
        let verifySeconds: Double
    }

    func run() throws {
        let key = FileName.key(key, suffix: ".vkey.json")
        try run(CurveName.forReading(key).curve, key: key)
    }

    private func run<Curve: InterchangeCurve>(_: Curve.Type, key: String) throws {
        let verdict: NetworkVerdict
        let claim: String
        do {
            let file = try VerifyingKeyFile<Curve>(contentsOf: key)
            guard file.isOfNetwork else { return try verify(file, from: key) }
            let verifier = try NetworkVerifier(
                file, from: key, registration: commitments.registration(Curve.self), pinned: pin,
                allowingDevelopmentKey: allowDevelopment)
            let expected = try image.load(progress: speech.progress)
            verdict = try verifier.verify(
                proofFile: proof, publicValues: publicValues, about: expected,
                committedInput: commitments.input(for: file))
            claim = verifier.layout.claim
        } catch let error as ExitCode {
            throw error
        } catch {
            throw Unverifiable(error)
        }
        let result = Result(
            curve: CurveName(of: Curve.self), valid: verdict.isValid, reason: verdict.reason,
            class: verdict.answer?.class,
            logits: verdict.answer?.logits?.map(String.init), claim: claim, verifySeconds: verdict.seconds)
        try speech.report(result) {
            guard let answer = verdict.answer, verdict.isValid else {
                return "invalid: \(verdict.reason ?? "")"
            }
            return """
                valid: class \(answer.class)\(answer.logitText), \(claim)
                checked in \(NumberText.duration(seconds: verdict.seconds))
                """
        }
        if !verdict.isValid { throw ExitCode(1) }
    }
}

/// A proof could not be checked, which is not to say that it is wrong.
struct Unverifiable: CommandError {
    let exitCode: Int32 = 2
    let description: String

    init(_ error: any Error) {
        description = ErrorSentence(error)?.text ?? "\(error)"
    }
}
