import ArgumentParser
import Espalier

/// `espalier ceremony new`: the file that a ceremony begins with.
struct CeremonyNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Begin a ceremony: of powers of tau, or of a circuit's key.",
        discussion: """
            With --power N, writes powers of tau for circuits whose constraints, public values and constant are \
            at most 2^N together. With a circuit, writes its key, made of prepared powers. Nothing is random in \
            either file: everybody can make it again, and nobody may use it before others have contributed. A \
            circuit in which a prover could have a choice gets no key.

            EXAMPLES
              espalier ceremony new --power 12 --output powers0.ptau
              espalier ceremony new pruned.r1cs --powers powers.ptau --output pruned0.zkey
            """)

    @Argument(help: "A circuit (.r1cs), for its key.")
    var circuit: String?

    @Option(help: "The base-two logarithm of the powers of tau, 1 to 27.")
    var power: Int?

    @Option(help: "The prepared powers of tau (.ptau) that the key is made of.")
    var powers: String?

    @Option(help: "With --power: bn254 (default) or bls12-381.")
    var curve: CurveName?

    @Flag(
        help: """
            The circuit is somebody else's and has no description: make a key without knowing whether a prover \
            has a choice.
            """)
    var unaudited = false

    @Option(name: .shortAndLong, help: "The file to write (.ptau or .zkey).")
    var output: String

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard (circuit == nil) != (power == nil) else {
            throw ValidationError("name a circuit for its key, or --power N for powers of tau")
        }
        guard (circuit == nil) == (powers == nil) else {
            throw ValidationError(
                circuit == nil
                    ? "--powers goes with a circuit" : "name the prepared powers of tau: --powers FILE")
        }
        if circuit != nil, curve != nil { throw ValidationError("the curve of a key is the circuit's") }
    }

    private struct Result: Encodable {
        let curve: CurveName
        let output: String
        let bytes: Int
    }

    func run() throws {
        if let circuit, let powers {
            try begin(CurveName.forReading(circuit).curve, circuit: circuit, powers: powers)
        } else if let power {
            let name = curve ?? .bn254
            try begin(name.curve, power: power)
        }
    }

    private func begin<Curve: CeremonyCurve>(_: Curve.Type, power: Int) throws {
        try FileTransaction.requireWritable(output)
        let file = try PowersOfTauFile<Curve>.beginning(power: power)
        try CeremonyFile.powers(file).write(to: output)
        try report(Curve.self, "powers of tau for 2^\(power) on \(Curve.name)")
    }

    private func begin<Curve: CeremonyCurve>(_: Curve.Type, circuit path: String, powers: String) throws {
        try FileTransaction.requireWritable(output)
        let circuit = try circuit(Curve.self, path)
        let powersFile = try CeremonyFile<Curve>.powers(contentsOf: powers)
        let key = try FileError.naming(powers) {
            try circuit.firstKey(powers: powersFile, progress: speech.progress)
        }
        try CeremonyFile.key(key).write(to: output)
        try report(
            Curve.self,
            "first key on \(Curve.name) for \(NumberText.grouped(circuit.system.constraints.count)) constraints, domain "
                + NumberText.grouped(key.key.domainSize))
    }

    /// Reads the circuit, and demands that a prover has no choice in it; of another compiler's, that the caller takes it
    /// as it is.
    private func circuit<Curve: CeremonyCurve>(
        _: Curve.Type, _ path: String
    ) throws -> CeremonyCircuit<Curve> {
        _ = try ArtifactFile.size(of: path)
        if unaudited { return .foreign(try ForeignCircuit(contentsOf: path)) }
        guard ForeignCircuit<Curve>.hasDescription(path) else { throw DescriptionMissing(path: path) }
        let file = try CircuitFile<Curve>(contentsOf: path)
        try file.requireDeterminism(progress: speech.progress)
        return .network(file)
    }

    private func report<Curve: CeremonyCurve>(_: Curve.Type, _ what: String) throws {
        let result = Result(
            curve: CurveName(of: Curve.self), output: output, bytes: try ArtifactFile.size(of: output))
        let next = "espalier ceremony contribute \(FileName.quoted(output)) --name YOU --output NEXT"
        try speech.report(result, next: next) {
            """
            \(what)
            \(output) (\(NumberText.size(bytes: result.bytes)))
            Everybody knows its secrets until somebody has contributed.
            """
        }
    }
}
