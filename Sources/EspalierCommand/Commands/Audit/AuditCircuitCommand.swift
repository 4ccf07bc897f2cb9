import ArgumentParser
import Espalier

/// `espalier audit circuit`: at most one witness, proved from the constraints of a file.
struct AuditCircuitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "circuit", abstract: "Prove that a circuit has at most one witness, or name free wires.",
        discussion: """
            Reads NAME.r1cs and, where it is there, NAME.circuit.json, and proves from the constraints that \
            for given inputs (and weights, where they are private) every other wire has one value: outputs \
            first of all. compile has done the same before it wrote the files. Ends with 0 if that is proved, with \
            1 if wires stay undetermined (the first 20 are named), with 2 if the files cannot be read or do \
            not belong together.

            What is given, and which ranges of the outputs the verifier checks, stands in NAME.circuit.json, \
            which may say anything: so it is printed, and --network compares circuit and description with \
            the network, which has to be the one that you know. A circuit of another compiler has no such \
            file; then the public inputs are given, with --given-private also the private inputs that the \
            header of the file counts.

            With --mutate, constraints are deleted one by one, and each deletion that could give a prover a \
            choice must be noticed. Ends with 1 if a constraint is idle although it is about more than \
            given wires.

            EXAMPLES
              espalier audit circuit pruned.r1cs
              espalier audit circuit pruned.r1cs --network pruned.int.onnx --json
              espalier audit circuit pruned.r1cs --mutate --limit 1000 --seed 7
              espalier audit circuit circom.r1cs --given-private
            """)

    @Argument(help: "A circuit (.r1cs).")
    var circuit: String

    @Option(help: "The integer network of which this should be the circuit; it is compiled again.")
    var network: String?

    @Flag(
        name: .customLong("given-private"),
        help: "Without a description: take the private inputs that the header counts as given.")
    var givenPrivate = false

    @Flag(help: "Delete constraints one by one, and say which deletions are noticed.")
    var mutate = false

    @Option(help: "With --mutate: delete no more than this many, chosen at random.")
    var limit = 5000

    @Option(help: "With --mutate: what chooses them.")
    var seed: UInt64 = 1

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit takes a positive number of constraints") }
        guard network == nil || !givenPrivate else {
            throw ValidationError("--given-private is for circuits without a network")
        }
    }

    func run() throws { try run(on: CurveName.forReading(circuit).curve) }

    private func run<Curve: InterchangeCurve>(on _: Curve.Type) throws {
        let audit: CircuitAudit<Curve>
        do {
            if let network {
                audit = try CircuitAudit(
                    of: circuit, comparedWith: try IntegerNetwork(contentsOf: network), from: network)
            } else {
                audit = try CircuitAudit(of: circuit, givingPrivateInputs: givenPrivate)
            }
        } catch {
            throw Unverifiable(error)
        }
        var result = audit.run()
        // A circuit that does not pass without deletions does not pass with them.
        if mutate, result.deterministic {
            result.mutations = audit.mutations(limit: limit, seed: seed, progress: speech.progress)
        }
        try speech.report(result) { result.text() }
        if !result.deterministic || (result.mutations?.idle ?? 0) > 0 { throw ExitCode(1) }
    }
}
