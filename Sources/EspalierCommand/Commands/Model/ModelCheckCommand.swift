import ArgumentParser
import Espalier

/// `espalier model check`: may a client trust a registration?
struct ModelCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check a registration once, and learn the fingerprint to pin.",
        discussion: """
            Ends with 0 if the registration is sound and for this key, with 1 if it is not, with 2 if it could \
            not be checked. What was checked is that its owner knew how every point is made of the points that \
            it may contain; see Documentation/CommittedModels.md for what follows and what does not. \
            With --circuit, checks that the .r1cs file is the one that was registered. \
            With --write-key, writes the verifying key with the model in it: an ordinary key of Groth16, whose \
            public values are the answer and then the image, for any verifier.

            EXAMPLES
              espalier model check pruned.registration --key pruned.vkey.json
              espalier model check pruned.registration --key pruned.vkey.json --write-key model.vkey.json
            """)

    @Argument(help: "The registration (.registration).")
    var registration: String

    @Option(help: "The verifying key (.vkey.json, or the name given to setup).")
    var key: String

    @Option(help: "The circuit (.r1cs), to see that it is the registered one.")
    var circuit: String?

    @Option(name: .customLong("write-key"), help: "Write the verifying key with the model in it to this file.")
    var writeKey: String?

    @OptionGroup var speech: OutputOptions

    private struct Result: Encodable {
        let curve: CurveName
        let sound: Bool
        /// Why not, where it is not sound.
        let reason: String?
        let fingerprint: String
        let label: String
        let circuitSHA256: String
        let seconds: Double
    }

    func run() throws {
        let key = FileName.key(key, suffix: ".vkey.json")
        try run(CurveName.forReading(key).curve, key: key)
    }

    private func run<Curve: InterchangeCurve>(_: Curve.Type, key path: String) throws {
        let path = path
        let registrationPath = FileName.key(registration, suffix: ModelFiles.registrationSuffix)
        let published: ModelRegistration<Curve>
        let file: VerifyingKeyFile<Curve>
        let committed: CommittedCircuit<Curve>
        do {
            if let writeKey { try FileTransaction.requireWritable(writeKey) }
            file = try VerifyingKeyFile(contentsOf: path)
            committed = try FileError.naming(path) { try file.committedCircuit() }
            published = try ModelFiles.registration(contentsOf: registrationPath)
        } catch {
            throw Unverifiable(error)
        }
        let clock = ContinuousClock.now
        var reason: String?
        do {
            try published.check(against: committed)
        } catch {
            reason = ErrorSentence(error)?.text ?? "\(error)"
        }
        let seconds = clock.duration(to: .now) / .seconds(1)
        if reason == nil, let circuit {
            let bytes: [UInt8]
            do { bytes = try ArtifactFile.read(circuit) } catch { throw Unverifiable(error) }
            if Fingerprint(hashing: bytes) != published.circuitHash {
                reason = "it is for another circuit than \(circuit)"
            }
        }
        if reason == nil, let writeKey {
            try ArtifactFile.write(file.withModel(published, of: committed).encoded(), to: writeKey)
        }
        let result = Result(
            curve: CurveName(of: Curve.self), sound: reason == nil, reason: reason,
            fingerprint: published.fingerprint.description, label: published.label,
            circuitSHA256: published.circuitHash.description, seconds: seconds)
        try speech.report(result) {
            guard reason == nil else { return "not sound: \(reason ?? "")" }
            return """
                sound: \(published.label.isEmpty ? "no label" : "\"\(published.label)\"")
                fingerprint \(result.fingerprint)
                checked in \(NumberText.duration(seconds: seconds)); pin the fingerprint
                """
        }
        if reason != nil { throw ExitCode(1) }
    }
}
