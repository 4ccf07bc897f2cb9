import ArgumentParser
import Espalier
import Foundation

/// `espalier model register`: a network to a registration and its opening.
struct ModelRegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Commit to a network's weights, blinded afresh.",
        discussion: """
            Writes NAME.registration, which is public and tells nothing of the weights, and NAME.opening, which \
            holds them and is readable by its owner alone: prove needs it. Registering again gives another \
            registration. Every registration and opening that lies beside the new files is compared with them: \
            should the system's random numbers repeat, nothing is written.

            EXAMPLE
              espalier model register pruned.int.onnx --label "ACME digits, March"
              espalier model register pruned.int.onnx --circuit pruned.r1cs --key pruned.vkey.json --output v2
            """)

    @Argument(help: "The integer network that the circuit was compiled from, or one of the same shape.")
    var network: String

    @Option(help: "The circuit (.r1cs; default: NAME.r1cs for NAME.int.onnx).")
    var circuit: String?

    @Option(help: "The verifying key (.vkey.json, or the name given to setup; default: the circuit's).")
    var key: String?

    @Option(
        help: "Any text of at most 64 bytes that clients shall read, such as the owner's name and a date.")
    var label = ""

    @Option(
        name: .shortAndLong,
        help: "The files' name: NAME.registration and NAME.opening (default: NAME for NAME.int.onnx).")
    var output: String?

    @Flag(help: "Replace files of an earlier registration: without its opening nobody proves under it again.")
    var replace = false

    @OptionGroup var speech: OutputOptions

    private struct Result: Encodable {
        let curve: CurveName
        let registration: String
        let opening: String
        let fingerprint: String
        let label: String
        let columns: Int
        let committedWires: Int
        let accumulators: Int
        let registrationBytes: Int
        let seconds: Double
    }

    func run() throws {
        let circuit = circuit ?? FileName.circuit(of: network)
        try run(CurveName.forReading(circuit).curve, circuit: circuit)
    }

    private func run<Curve: InterchangeCurve>(_: Curve.Type, circuit path: String) throws {
        let name = output ?? FileName.keys(of: FileName.circuit(of: network))
        let (registrationPath, openingPath) = (
            name + ModelFiles.registrationSuffix, name + ModelFiles.openingSuffix
        )
        for path in [registrationPath, openingPath] {
            try FileTransaction.requireWritable(path)
            if !replace { try FileTransaction.requireNew(path) }
        }
        let integerNetwork = try IntegerNetwork(contentsOf: network)
        let file = try CircuitFile<Curve>(contentsOf: path)
        let keyPath = FileName.key(key ?? FileName.keys(of: path), suffix: ".vkey.json")
        let key = try VerifyingKeyFile<Curve>(contentsOf: keyPath)
        let committed = try FileError.naming(keyPath) { try key.committedCircuit() }
        try file.requireKey(key, at: keyPath)
        let compiled = try file.recompiled(integerNetwork, from: network)
        guard compiled.options.weights == .committed else {
            throw FileError(
                .mismatch(
                    reason: "its weights are \(compiled.options.weights); there is nothing to register"),
                path: path)
        }
        let clock = ContinuousClock.now
        let opening = compiled.modelOpening()
        let registration = try FileError.naming(keyPath) {
            try register(opening, for: committed, label: label)
        }
        let seconds = clock.duration(to: .now) / .seconds(1)
        try ModelFiles.requireFreshBlinding(
            registration, opening: opening,
            besides: URL(fileURLWithPath: registrationPath).deletingLastPathComponent().path)
        try ModelFiles.write(registration, opening: opening, to: name)
        let result = Result(
            curve: file.description.curve, registration: registrationPath, opening: openingPath,
            fingerprint: registration.fingerprint.description, label: label,
            columns: registration.columns.count, committedWires: committed.wires.committed.count,
            accumulators: committed.wires.accumulators.count,
            registrationBytes: try ArtifactFile.size(of: registrationPath), seconds: seconds)
        let next =
            "espalier model check \(FileName.quoted(registrationPath)) --key \(FileName.quoted(keyPath))"
        try speech.report(result, next: next) {
            """
            registered in \(NumberText.duration(seconds: seconds)): \(result.columns) columns, \
            \(result.accumulators) sums, \(result.committedWires) committed wires
            fingerprint \(result.fingerprint)
            \(registrationPath) (\(NumberText.size(bytes: result.registrationBytes)), public)
            \(openingPath) (secret: it holds the weights)
            """
        }
    }
}
