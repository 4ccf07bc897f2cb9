import ArgumentParser

/// What a contract is called, and where it is written.
struct ContractFileOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help:
            "The contract's file; data contracts get its name and .data0.hex and so on (default: the key's name)."
    )
    var output: String?

    @Option(help: "The contract's name: a capital letter, then letters and digits.")
    var name = "Groth16Verifier"
}
