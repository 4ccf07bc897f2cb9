import ArgumentParser
import Espalier

/// `espalier ceremony export`: the keys that a ceremony was for.
struct CeremonyExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Check a ceremony and write its keys for prover and verifier.",
        discussion: """
            Does what verify does, then writes NAME.zkey for the prover and NAME.vkey.json for the verifier, which is \
            no development key: verify takes it without more words.

            EXAMPLE
              espalier ceremony export pruned3.zkey --circuit pruned.r1cs --powers powers.ptau \\
                --output pruned
            """)

    @Argument(help: "The key after the last contribution (.zkey).")
    var key: String

    @OptionGroup var basis: CeremonyBasis

    @Option(
        name: .shortAndLong, help: "The keys' name: NAME.zkey and NAME.vkey.json (default: the circuit's).")
    var output: String?

    @OptionGroup var speech: OutputOptions

    private struct Result: Encodable {
        let curve: CurveName
        let provingKey: String
        let verifyingKey: String
        let contributions: Int
        let development = false
    }

    func validate() throws {
        guard basis.circuit != nil, basis.powers != nil else {
            throw ValidationError("a key is checked against its --circuit and its --powers")
        }
    }

    func run() throws { try run(CurveName.forReading(key).curve) }

    private func run<Curve: CeremonyCurve>(_: Curve.Type) throws {
        guard let circuitPath = basis.circuit else { return }
        let name = output ?? FileName.keys(of: circuitPath)
        for suffix in [".zkey", ".vkey.json"] {
            try FileTransaction.requireWritable(name + suffix)
        }
        let file = try CeremonyFile<Curve>.key(contentsOf: key)
        let check = try basis.check(file, at: key, progress: speech.progress)
        try FileError.naming(key) { try file.key.verifyingKey.validate() }
        let circuit = try CeremonyCircuit<Curve>(contentsOf: circuitPath)
        let keys = try KeyFiles.write(
            file, circuit.verifyingKeyFile(for: file.key.verifyingKey), to: name)
        let result = Result(
            curve: CurveName(of: Curve.self), provingKey: keys.provingKeyPath,
            verifyingKey: keys.verifyingKeyPath, contributions: check.key.count)
        try speech.report(result) {
            """
            \(CeremonyText.text(check))
            \(result.provingKey) (\(NumberText.size(bytes: (try? ArtifactFile.size(of: result.provingKey)) ?? 0)))
            \(result.verifyingKey) (\(NumberText.size(bytes: (try? ArtifactFile.size(of: result.verifyingKey)) ?? 0)))
            """
        }
    }
}
