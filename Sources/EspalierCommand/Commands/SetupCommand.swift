import ArgumentParser
import Espalier

/// `espalier setup`: a circuit to a proving key and a verifying key.
struct SetupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup", abstract: "Make a development key for a circuit.",
        discussion: """
            Whoever makes a key alone could forge proofs with it. Such a key is marked as a development \
            key, and verify refuses it unless told otherwise. Writes NAME.zkey for the prover (the format \
            of snarkjs) and NAME.vkey.json for the verifier. A circuit in which a prover could have a choice gets \
            no key.

            The circuit of another compiler, circom's for example, is an .r1cs file without a description. With \
            --unaudited it gets a key all the same: Espalier does not answer for its determinism then (audit circuit \
            tries to prove it), and its proofs speak of public values that only its author can explain.

            The curve is the circuit's. With --curve, the circuit must be of that one: if it is not, setup \
            ends with 2 and writes nothing, and the network has to be compiled again.

            EXAMPLES
              espalier setup pruned.r1cs --output pruned
              espalier setup pruned.r1cs --curve bls12-381
              espalier setup circom.r1cs --unaudited
            """)

    @Argument(help: "A circuit (.r1cs, from compile).")
    var circuit: String

    @Option(
        name: .shortAndLong, help: "The keys' name: NAME.zkey and NAME.vkey.json (default: the circuit's).")
    var output: String?

    @Option(help: "The curve that the circuit must be of (default: the circuit's own).")
    var curve: CurveName?

    @Flag(
        help: """
            The circuit is somebody else's and has no description: make a key without knowing whether a prover \
            has a choice.
            """)
    var unaudited = false

    @OptionGroup var speech: OutputOptions

    private struct Result: Encodable {
        let curve: CurveName
        /// Whether it was proved that a prover has no choice.
        let audited: Bool
        let provingKey: String
        let verifyingKey: String
        let provingKeyBytes: Int
        let verifyingKeyBytes: Int
        let domainSize: Int
        let seconds: Double
        let development = true
    }

    func run() throws {
        if let curve, let found = CurveName(statedBy: circuit), found != curve {
            throw OtherCurve(path: circuit, found: found, wanted: curve)
        }
        try run(on: CurveName.forReading(circuit).curve)
    }

    private func run<Curve: InterchangeCurve>(on _: Curve.Type) throws {
        _ = try ArtifactFile.size(of: circuit)
        let name = output ?? FileName.keys(of: circuit)
        for suffix in [".zkey", ".vkey.json"] { try FileTransaction.requireWritable(name + suffix) }
        let clock = ContinuousClock.now
        if unaudited {
            let foreign = try ForeignCircuit<Curve>(contentsOf: circuit)
            let key = try FileError.naming(circuit) { try foreign.developmentKey(progress: speech.progress) }
            let seconds = clock.duration(to: .now) / .seconds(1)
            let keys = try KeyFiles.write(key, of: foreign, to: name)
            let next = "espalier prove --zkey \(FileName.quoted(keys.provingKeyPath)) --witness WITNESS.wtns"
            try report(key, keys, constraints: foreign.system.constraints.count, seconds, next: next)
            return
        }
        guard ForeignCircuit<Curve>.hasDescription(circuit) else { throw DescriptionMissing(path: circuit) }
        let file = try CircuitFile<Curve>(contentsOf: circuit)
        try file.requireDeterminism(progress: speech.progress)
        let start = ContinuousClock.now
        let key = try FileError.naming(circuit) { try file.developmentKey(progress: speech.progress) }
        let seconds = start.duration(to: .now) / .seconds(1)
        let keys = try KeyFiles.write(key, of: file, to: name)
        let next =
            "espalier prove \(FileName.quoted(FileName.integerNetwork(for: circuit))) --circuit \(FileName.quoted(circuit)) "
            + "--key \(FileName.quoted(keys.provingKeyPath)) --test-image 0"
        try report(key, keys, constraints: file.description.constraints, seconds, next: next)
    }

    private func report<Curve: InterchangeCurve>(
        _ key: ProvingKey<Curve>, _ keys: KeyFiles, constraints: Int, _ seconds: Double, next: String
    ) throws {
        let result = Result(
            curve: CurveName(of: Curve.self), audited: !unaudited, provingKey: keys.provingKeyPath,
            verifyingKey: keys.verifyingKeyPath,
            provingKeyBytes: try ArtifactFile.size(of: keys.provingKeyPath),
            verifyingKeyBytes: try ArtifactFile.size(of: keys.verifyingKeyPath),
            domainSize: key.domainSize, seconds: seconds)
        try speech.report(result, next: next) {
            var lines = [
                "development key on \(Curve.name) for \(NumberText.grouped(constraints)) constraints, domain "
                    + "\(NumberText.grouped(key.domainSize)), in \(NumberText.duration(seconds: seconds))",
                "\(result.provingKey) (\(NumberText.size(bytes: result.provingKeyBytes)))",
                "\(result.verifyingKey) (\(NumberText.size(bytes: result.verifyingKeyBytes)))",
                "This process could forge proofs with the key: use it for development only.",
            ]
            if unaudited {
                lines.append(
                    "The circuit is somebody else's: Espalier does not answer for it having only one witness."
                )
            }
            return lines.joined(separator: "\n")
        }
    }
}

/// A circuit has no description, so it is not known what is given and what has to follow from it.
struct DescriptionMissing: CommandError {
    let exitCode: Int32 = 1
    let path: String

    var description: String {
        "\(path): there is no description beside this circuit (NAME.circuit.json, from compile). If it is a network's, "
            + "compile it again; if it is another compiler's, say --unaudited: Espalier does not answer for its "
            + "determinism then"
    }
}

/// A circuit is of another curve than the one that was asked for, and cannot be carried over.
struct OtherCurve: CommandError {
    let exitCode: Int32 = 2
    let path: String
    let found: CurveName
    let wanted: CurveName

    var description: String {
        "\(path): this circuit is of \(found); compile the network again with --curve \(wanted.rawValue)"
    }
}
