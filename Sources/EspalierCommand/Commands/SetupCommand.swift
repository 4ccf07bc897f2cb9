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

            The curve is the circuit's. With --curve, the circuit must be of that one: if it is not, setup \
            ends with 2 and writes nothing, and the network has to be compiled again.

            EXAMPLES
              espalier setup pruned.r1cs --output pruned
              espalier setup pruned.r1cs --curve bls12-381
            """)

    @Argument(help: "A circuit (.r1cs, from compile).")
    var circuit: String

    @Option(
        name: .shortAndLong, help: "The keys' name: NAME.zkey and NAME.vkey.json (default: the circuit's).")
    var output: String?

    @Option(help: "The curve that the circuit must be of (default: the circuit's own).")
    var curve: CurveName?

    @OptionGroup var speech: OutputOptions

    private struct Result: Encodable {
        let curve: CurveName
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
        let file = try CircuitFile<Curve>(contentsOf: circuit)
        let name = output ?? FileName.keys(of: circuit)
        for suffix in [".zkey", ".vkey.json"] { try FileTransaction.requireWritable(name + suffix) }
        try file.requireDeterminism(progress: speech.progress)
        let clock = ContinuousClock.now
        let key = try FileError.naming(circuit) { try file.developmentKey(progress: speech.progress) }
        let seconds = clock.duration(to: .now) / .seconds(1)
        let keys = try KeyFiles.write(key, of: file, to: name)
        let result = Result(
            curve: file.description.curve, provingKey: keys.provingKeyPath,
            verifyingKey: keys.verifyingKeyPath,
            provingKeyBytes: try ArtifactFile.size(of: keys.provingKeyPath),
            verifyingKeyBytes: try ArtifactFile.size(of: keys.verifyingKeyPath),
            domainSize: key.domainSize, seconds: seconds)
        let next =
            "espalier prove \(FileName.quoted(FileName.integerNetwork(for: circuit))) --circuit \(FileName.quoted(circuit)) "
            + "--key \(FileName.quoted(keys.provingKeyPath)) --test-image 0"
        try speech.report(result, next: next) {
            """
            development key on \(Curve.name) for \(NumberText.grouped(file.description.constraints)) constraints, domain \
            \(NumberText.grouped(key.domainSize)), in \(NumberText.duration(seconds: seconds))
            \(result.provingKey) (\(NumberText.size(bytes: result.provingKeyBytes)))
            \(result.verifyingKey) (\(NumberText.size(bytes: result.verifyingKeyBytes)))
            This process could forge proofs with the key: use it for development only.
            """
        }
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
