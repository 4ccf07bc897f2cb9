extension VerifierContract {
    /// The text of the contract.
    public func source(in language: ContractLanguage) -> String {
        lines.map { $0.text(in: language) + "\n" }.joined()
    }

    /// The contract, one line of Solidity beside each line of Vyper.
    package var lines: [ContractLine] {
        var writer = ContractWriter()
        writeHead(to: &writer)
        writer.block("contract \(name)", "# The contract's lines.", end: "# The end of \(name).") { writer in
            writeConstants(to: &writer)
            writeConstructor(to: &writer)
            writeVerification(to: &writer)
            writeEquation(to: &writer)
            if hasDigits { writeDigitSum(to: &writer) }
            writePrecompiles(to: &writer)
        }
        return writer.lines
    }

    /// What the contract is for. Nothing in it is text from a file: a line break in a label would be code.
    private func writeHead(to writer: inout ContractWriter) {
        writer.comment("SPDX-License-Identifier: CC0-1.0")
        writer.line("pragma solidity ^0.8.25;", "# pragma version ~=0.4.3")
        writer.line("// For the EVM of Cancun and after.", "# pragma evm-version cancun")
        writer.blank()
        writer.comment("\(name): is a Groth16 proof over BN254 valid?")
        writer.comment("Written by espalier, line for line the same in Solidity and in Vyper.")
        if key.isDevelopment { writer.comment("The key is a development key: its maker can forge proofs.") }
        if let registration { writer.comment("Of the registered model \(registration).") }
        writer.comment(
            "verifyProof answers false if and only if the proof is wrong, or a value outside its range.")
        writer.comment("It reverts if the length of the call is wrong, the gas too little\(pinnedText).")
        writer.comment(
            "A proof is no identity: anybody can make other valid proofs of the same statement from it.")
    }

    private var pinnedText: String {
        placement == .calldata ? ", or a point not the key's" : ""
    }
}
