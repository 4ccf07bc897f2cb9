import ArgumentParser
import Espalier
import Foundation

/// `espalier certify make`: a registered model and test images to a certificate.
struct CertifyMakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: "Prove the answers on test images (the word make may be left out).",
        discussion: """
            Proofs are kept in OUTPUT.partial as they are made: after an interruption, the same command goes on \
            from there. All of them are checked as a client will check them before the certificate is written.

            EXAMPLES
              espalier certify pruned.int.onnx --count 1000
              espalier certify pruned.int.onnx --circuit pruned.r1cs --key pruned.zkey \\
                --model pruned.registration --opening pruned.opening --data mnist --images all \\
                --output accuracy.certificate
              espalier certify pruned.int.onnx --count 1000 --challenge "Berlin, 4 March"
            """)

    @Argument(help: "The integer network that was registered.")
    var network: String

    @Option(help: "The circuit (.r1cs; default: NAME.r1cs for NAME.int.onnx).")
    var circuit: String?

    @Option(help: "The proving key (.zkey, or the name given to setup; default: the circuit's).")
    var key: String?

    @Option(help: "The model's registration (.registration; default: the circuit's name).")
    var model: String?

    @Option(help: "The opening of the registration (.opening; default: the circuit's name).")
    var opening: String?

    @OptionGroup var data: DatasetOptions

    @Option(help: "How many images are drawn (default: 1000).")
    var count: Int?

    @Option(help: "Which test images: chosen (drawn by the registration) or all.")
    var images = ImageChoice.chosen

    @Option(help: "A text that the client sent after the model was registered; it takes part in the draw.")
    var challenge = ""

    @Flag(help: "Drop the proofs of a run that was interrupted.")
    var restart = false

    @Option(help: "How many proofs are made at the same time (default: one for each core).")
    var jobs: Int?

    @Option(name: .shortAndLong, help: "The certificate's file.")
    var output = "accuracy.certificate"

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        if images == .all, count != nil { throw ValidationError("--count goes with --images chosen") }
        guard (count ?? 1) > 0 else { throw ValidationError("--count takes a number above 0") }
        guard (1...1024).contains(jobs ?? 1) else { throw ValidationError("--jobs takes 1 … 1024") }
    }

    private struct Result: Encodable {
        let curve: CurveName
        let certificate: String
        let bytes: Int
        let registration: String
        let dataset: String
        let imagesSHA256: String
        let images: ImageChoice
        let challenge: String
        let count: Int
        let correct: Int
        let accuracy: Double
        let interval95: [Double]
        let provedNow: Int
        let proveSeconds: Double
        let seconds: Double
    }

    func run() throws {
        let circuit = circuit ?? FileName.circuit(of: network)
        try run(CurveName.forReading(circuit).curve, circuit: circuit)
    }

    private func run<Curve: InterchangeCurve>(_: Curve.Type, circuit path: String) throws {
        try FileTransaction.requireWritable(output)
        let name = FileName.keys(of: path)
        let keyPath = FileName.key(key ?? name, suffix: ".zkey")
        let modelPath = FileName.key(model ?? name, suffix: ModelFiles.registrationSuffix)
        let openingPath = FileName.key(opening ?? name, suffix: ModelFiles.openingSuffix)
        let integerNetwork = try IntegerNetwork(contentsOf: network)
        let file = try CircuitFile<Curve>(contentsOf: path)
        let options = file.description.options
        try FileError.naming(path) {
            if options.weights != .committed { throw CertificateError.weightsNotCommitted(options.weights) }
            if options.input != .public { throw CertificateError.inputNotPublic(options.input) }
        }
        let compiled = try file.recompiled(integerNetwork, from: network)
        let provingKey = try KeyFiles.provingKey(contentsOf: keyPath, for: file)
        let verifier = try NetworkVerifier(
            compiled.verifyingKeyFile(for: provingKey.verifyingKey), from: keyPath,
            registration: ModelFiles.registration(contentsOf: modelPath, on: Curve.self),
            allowingDevelopmentKey: true)
        let secret = try ModelFiles.opening(contentsOf: openingPath, on: Curve.self)
        let dataset = try data.load(progress: speech.progress)
        try dataset.requireFit(to: integerNetwork, of: network)
        let maker = try CertificateMaker(
            compiled, key: provingKey, verifier: verifier, on: dataset, choice: images,
            count: count ?? min(1000, dataset.test.count), challenge: challenge)
        let made = try maker.make(
            opening: secret, at: output, restart: restart,
            jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, progress: speech.progress)
        try report(
            made, maker.statement, imageCount: dataset.test.count, keyPath: keyPath, modelPath: modelPath)
    }

    private func report(
        _ made: MadeCertificate, _ statement: CertificateStatement, imageCount: Int, keyPath: String,
        modelPath: String
    ) throws {
        let interval = WilsonInterval(successes: made.correct, of: statement.count)
        let result = Result(
            curve: statement.curve, certificate: output, bytes: try ArtifactFile.size(of: output),
            registration: statement.registration.description, dataset: statement.dataset,
            imagesSHA256: statement.imagesHash.description, images: images, challenge: challenge,
            count: statement.count, correct: made.correct,
            accuracy: Double(made.correct) / Double(statement.count),
            interval95: [interval.lower, interval.upper], provedNow: made.provedNow,
            proveSeconds: made.proveSeconds, seconds: made.seconds)
        try speech.report(result, next: next(statement, keyPath: keyPath, modelPath: modelPath)) {
            """
            \(CertificateText.accuracy(made.correct, of: statement.count))
            on \(statement.imagesInWords(of: imageCount))
            \(NumberText.grouped(made.provedNow)) proofs in \(NumberText.duration(seconds: made.proveSeconds)), \
            with all checks \(NumberText.duration(seconds: made.seconds))
            \(output) (\(NumberText.size(bytes: result.bytes)))
            """
        }
    }

    private func next(_ statement: CertificateStatement, keyPath: String, modelPath: String) -> String {
        let verifyingKey = (keyPath.hasSuffix(".zkey") ? String(keyPath.dropLast(5)) : keyPath) + ".vkey.json"
        let images = images == .all ? " --images all" : " --count \(statement.count)"
        let challenge = challenge.isEmpty ? "" : " --challenge \(FileName.quoted(challenge))"
        return
            "espalier certify verify \(FileName.quoted(output)) --key \(FileName.quoted(verifyingKey)) --model "
            + "\(FileName.quoted(modelPath))\(data.arguments)\(images)\(challenge) --allow-development"
    }
}
