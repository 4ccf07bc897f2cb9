import ArgumentParser
import Espalier

/// `espalier export calldata`: a proof to a call of the contract.
struct ExportCalldataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calldata", abstract: "Write the call that asks a verifier contract about a proof.",
        discussion: """
            The bytes are complete: the selector of verifyProof and all arguments, in hexadecimal, as eth_call and \
            transactions take them. Name the model and the placement as when the contract was written. A proof \
            that does not hold is refused: the contract would answer false.

            EXAMPLES
              espalier export calldata pruned.vkey.json --proof proof.json --public public.json \\
                --output call.hex --allow-development
            """)

    @OptionGroup var options: ContractOptions

    @Option(help: "The proof.")
    var proof = "proof.json"

    @Option(name: .customLong("public"), help: "The public values.")
    var publicValues = "public.json"

    @Option(name: .shortAndLong, help: "The call's file (default: the call is printed).")
    var output: String?

    @OptionGroup var speech: OutputOptions

    private struct Result: Encodable {
        let calldata: String
        let signature: String
        let bytes: Int
        /// What the bytes alone cost in a transaction, at 16 gas for each that is not zero, and 4 for the others.
        let calldataGas: Int
    }

    func run() throws {
        if let output {
            for path in [options.keyPath, proof, publicValues] where FileTransaction.isSame(path, output) {
                throw FileError(.mismatch(reason: "this is one of the files that are read"), path: output)
            }
            try FileTransaction.requireWritable(output)
        }
        let file = try options.keyFile()
        let contract = try options.contract(of: file, name: "Verifier")
        let answer = try NetworkProof<BN254>(proof: proof, publicValues: publicValues)
        let bytes = try FileError.naming(publicValues) {
            try contract.calldata(for: answer.proof, publicInputs: answer.publicValues)
        }
        let verifier = try file.prepared(allowingDevelopmentKey: options.allowDevelopment)
        if case .rejected(let reason) = verify(
            answer.proof, publicInputs: answer.publicValues, with: verifier)
        {
            throw FileError(.mismatch(reason: "the proof is not valid: \(reason)"), path: proof)
        }
        let text = HexadecimalText.prefixed(bytes)
        if let output { try ArtifactFile.write(HexadecimalText.file(bytes), to: output) }
        let result = Result(
            calldata: text, signature: contract.signature, bytes: bytes.count,
            calldataGas: bytes.reduce(0) { $0 + ($1 == 0 ? 4 : 16) })
        try speech.report(result) {
            guard let output else { return text }
            return """
                \(output): \(NumberText.grouped(result.bytes)) bytes, \
                \(NumberText.grouped(result.calldataGas)) gas before the contract begins
                """
        }
    }
}
