import ArgumentParser
import Espalier

/// `espalier compile`: an integer network to a circuit.
struct CompileCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile", abstract: "Compile an integer network to a rank-1 constraint system.",
        discussion: """
            Writes NAME.r1cs, which other tools open, and NAME.circuit.json with regions and ranges. The \
            circuit is over the scalar field of one curve; the verbs that come after find it in the files. \
            Before anything is written, an audit proves from the constraints that there is at most one \
            witness for what is given, so one answer; audit circuit does it again for everybody. \
            With --check, the circuit is compared with the network on that many test images: a witness \
            exists, satisfies every constraint, and its outputs are the network's.

            EXAMPLES
              espalier compile pruned.int.onnx --weights embedded --output pruned.r1cs --check 10000
              espalier compile pruned.int.onnx --curve bls12-381
            """)

    @Argument(help: "An integer network (ONNX, from quantize).")
    var network: String

    @OptionGroup var options: CompileOptionArguments

    @OptionGroup var curve: CurveOption

    @Option(help: "Compare with the network on this many test images of --data.")
    var check: Int?

    @OptionGroup var data: DatasetOptions

    @Option(name: .shortAndLong, help: "The circuit's file (default: NAME.r1cs for NAME.int.onnx).")
    var output: String?

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard (check ?? 1) > 0 else { throw ValidationError("--check takes a positive number of images") }
    }

    private struct Result: Encodable {
        let circuit: String
        let description: CircuitDescription
        let bytes: Int
        let checkedImages: Int?
        let audit: Audit
    }

    private struct Audit: Encodable {
        let deterministic: Bool
        let given: Int
        let derived: Int
    }

    func run() throws { try run(on: curve.name.curve) }

    private func run<Curve: InterchangeCurve>(on curve: Curve.Type) throws {
        let integerNetwork = try IntegerNetwork(contentsOf: network)
        let output = output ?? FileName.circuit(of: network)
        try FileTransaction.requireWritable(output)
        let circuit = try FileError.naming(network) {
            try integerNetwork.compiled(options.options, on: curve)
        }
        let audited = try FileError.naming(network) { try circuit.audited(progress: speech.progress) }
        var checkedImages: Int?
        if let check {
            let dataset = try data.load(progress: speech.progress)
            try dataset.requireFit(to: integerNetwork, of: network)
            let images = dataset.test.prefix(check)
            try circuit.requireEquality(to: integerNetwork, on: images, progress: speech.progress)
            checkedImages = images.count
        }
        let file = try CircuitFile.write(audited, to: output)
        let result = Result(
            circuit: output, description: file.description, bytes: try ArtifactFile.size(of: output),
            checkedImages: checkedImages,
            audit: Audit(
                deterministic: audited.report.isDeterministic, given: audited.report.givenCount,
                derived: audited.report.derivedCount))
        try speech.report(result, next: "espalier setup \(FileName.quoted(output))") {
            var lines = [file.description.table().rendered(), "audited: \(audited.summary)"]
            if let checkedImages {
                lines.append("equal to the network on \(NumberText.grouped(checkedImages)) test images")
            }
            lines.append("\(output) (\(NumberText.size(bytes: result.bytes)))")
            return lines.joined(separator: "\n")
        }
    }
}
