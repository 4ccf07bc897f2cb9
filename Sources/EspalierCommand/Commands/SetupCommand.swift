import ArgumentParser
import Espalier

/// `espalier setup`: a circuit to a proving key and a verifying key.
struct SetupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup", abstract: "Make a development key for a circuit.",
        discussion: """
            Whoever makes a key alone could forge proofs with it. Such a key is marked as a development \
            key, and verify refuses it unless told otherwise. Writes NAME.zkey for the prover (the format \
            of snarkjs) and NAME.vkey.json for the verifier.

            EXAMPLE
              espalier setup pruned.r1cs --output pruned
            """)

    @Argument(help: "A circuit (.r1cs, from compile).")
    var circuit: String

    @Option(
        name: .shortAndLong, help: "The keys' name: NAME.zkey and NAME.vkey.json (default: the circuit's).")
    var output: String?

    @OptionGroup var speech: OutputOptions

    private struct Result: Encodable {
        let provingKey: String
        let verifyingKey: String
        let provingKeyBytes: Int
        let verifyingKeyBytes: Int
        let domainSize: Int
        let seconds: Double
        let development = true
    }

    func run() throws {
        let file = try CircuitFile(contentsOf: circuit)
        let name = output ?? FileName.keys(of: circuit)
        for suffix in [".zkey", ".vkey.json"] { try FileTransaction.requireWritable(name + suffix) }
        let clock = ContinuousClock.now
        let key = try FileError.naming(circuit) { try file.developmentKey(progress: speech.progress) }
        let seconds = clock.duration(to: .now) / .seconds(1)
        let keys = try KeyFiles.write(key, of: file, to: name)
        let result = Result(
            provingKey: keys.provingKeyPath, verifyingKey: keys.verifyingKeyPath,
            provingKeyBytes: try ArtifactFile.size(of: keys.provingKeyPath),
            verifyingKeyBytes: try ArtifactFile.size(of: keys.verifyingKeyPath),
            domainSize: key.domainSize, seconds: seconds)
        let next =
            "espalier prove \(FileName.quoted(FileName.integerNetwork(for: circuit))) --circuit \(FileName.quoted(circuit)) "
            + "--key \(FileName.quoted(keys.provingKeyPath)) --test-image 0"
        try speech.report(result, next: next) {
            """
            development key for \(NumberText.grouped(file.description.constraints)) constraints, domain \
            \(NumberText.grouped(key.domainSize)), in \(NumberText.duration(seconds: seconds))
            \(result.provingKey) (\(NumberText.size(bytes: result.provingKeyBytes)))
            \(result.verifyingKey) (\(NumberText.size(bytes: result.verifyingKeyBytes)))
            This process could forge proofs with the key: use it for development only.
            """
        }
    }
}
