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
            With --shape, checks that the key's circuit, its ranges and the roles of its points are those of \
            networks of this shape (model shape writes it); without it they are taken from the key's file, which \
            should then come from somebody else than the model's owner. \
            With --circuit, checks that the .r1cs file is the one that was registered. \
            With --write-key, writes the verifying key with the model in it: an ordinary key of Groth16, whose \
            public values are the answer and then the image, for any verifier.

            EXAMPLES
              espalier model check pruned.registration --key pruned.vkey.json --shape pruned.shape.onnx
              espalier model check pruned.registration --key pruned.vkey.json --write-key model.vkey.json
            """)

    @Argument(help: "The registration (.registration).")
    var registration: String

    @Option(help: "The verifying key (.vkey.json, or the name given to setup).")
    var key: String

    @Option(help: "The circuit (.r1cs), to see that it is the registered one.")
    var circuit: String?

    @Option(help: "A network of the registered model's shape (from model shape), to compare the key with.")
    var shape: String?

    @Option(
        name: .customLong("write-key"), help: "Write the verifying key with the model in it to this file.")
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
            if let writeKey {
                try FileTransaction.requireWritable(writeKey)
                guard ![path, registrationPath].contains(where: { FileTransaction.isSame($0, writeKey) })
                else {
                    throw FileError(
                        .mismatch(reason: "this is one of the files that are checked"), path: writeKey)
                }
            }
            file = try VerifyingKeyFile(contentsOf: path)
            committed = try FileError.naming(path) { try file.committedCircuit() }
            published = try ModelFiles.registration(contentsOf: registrationPath)
        } catch {
            throw Unverifiable(error)
        }
        let shapeNetwork: IntegerNetwork?
        do { shapeNetwork = try shape.map { try IntegerNetwork(contentsOf: $0) } } catch {
            throw Unverifiable(error)
        }
        let clock = ContinuousClock.now
        var reason: String?
        do {
            try published.check(against: committed)
            if let shapeNetwork { try file.requireShape(shapeNetwork) }
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
            try ArtifactFile.write(
                FileError.naming(path) { try file.withModel(published, of: committed) }.encoded(),
                to: writeKey)
        }
        let result = Result(
            curve: CurveName(of: Curve.self), sound: reason == nil, reason: reason,
            fingerprint: published.fingerprint.description, label: published.label,
            circuitSHA256: published.circuitHash.description, seconds: seconds)
        try speech.report(result) {
            guard reason == nil else { return "not sound: \(reason ?? "")" }
            return """
                sound: \(published.label.isEmpty ? "no label" : "\"\(published.label.onSingleLine)\"")
                fingerprint \(result.fingerprint)
                \(circuitText(committed, isCompared: shapeNetwork != nil))
                checked in \(NumberText.duration(seconds: seconds)); pin the fingerprint\
                \(file.isDevelopment ? "\nThe key is a development key: its maker can forge answers." : "")
                """
        }
        if reason != nil { throw ExitCode(1) }
    }

    /// Of what points the registration was allowed to be made, which is as good as where it comes from.
    private func circuitText<Curve: InterchangeCurve>(
        _ circuit: CommittedCircuit<Curve>, isCompared: Bool
    ) -> String {
        let wires = circuit.wires
        let roles =
            "\(wires.known.count) known values, \(circuit.inputCount) columns, \(wires.accumulators.count) sums, "
            + "\(wires.committed.count) committed wires, \(wires.inputs.count) committed inputs"
        return roles + (isCompared ? ": those of the shape" : ": as the key's file says (--shape compares)")
    }
}
