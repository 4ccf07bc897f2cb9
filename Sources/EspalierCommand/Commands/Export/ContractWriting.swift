import Espalier

/// What `export solidity` and `export vyper` do, which differ in the language alone.
struct ContractWriting {
    let contract: ContractOptions
    let files: ContractFileOptions
    let speech: OutputOptions

    static let discussion = """
        The contract stands alone, below 24,576 bytes, and checks the length of the call, that every public value \
        is in its declared range and below r, and the proof. It answers false for a wrong proof or value, and \
        reverts where it was not asked properly. The points of few values stand in its code, those of an image \
        in data contracts, which are deployed first: NAME.data0.hex and so on are their deployment code, and the \
        verifier's constructor takes their addresses in this order. With --placement calldata they come with every \
        call. An image of 28×28 pixels costs about 0.9 million gas with data contracts, and twice as much with \
        calldata; Documentation/Contracts.md has a table. Whoever uses the contract compares its numbers with the \
        key's file, or writes it again.
        """

    private struct Result: Encodable {
        let contract: String
        let dataContracts: [String]
        let placement: String
        let publicValues: Int
        let signature: String
        let selector: String
        let greatestRuntimeBytes: Int
        let dataBytes: Int
        let calldataBytes: Int
    }

    func write(in language: ContractLanguage) throws {
        let key = contract.keyPath
        let path = files.output ?? FileName.removing(".vkey.json", from: key) + language.suffix
        guard !FileTransaction.isSame(path, key) else {
            throw FileError(.mismatch(reason: "this is the key itself"), path: path)
        }
        try FileTransaction.requireWritable(path)
        let file = try contract.keyFile()
        let verifier = try contract.contract(of: file, name: files.name)
        let name = FileName.removing(language.suffix, from: path)
        let dataPaths = verifier.dataContracts.indices.map { "\(name).data\($0).hex" }
        var transaction = FileTransaction()
        for (path, data) in zip(dataPaths, verifier.dataContracts) {
            try transaction.add(HexadecimalText.file(data.deploymentCode), to: path)
        }
        try transaction.add(verifier.source(in: language).utf8, to: path)
        try transaction.commit()
        let result = Result(
            contract: path, dataContracts: dataPaths, placement: verifier.placement.rawValue,
            publicValues: verifier.inputCount, signature: verifier.signature,
            selector: HexadecimalText.prefixed(verifier.selector),
            greatestRuntimeBytes: verifier.cost.greatestRuntimeBytes,
            dataBytes: verifier.dataContracts.reduce(0) { $0 + $1.code.count },
            calldataBytes: verifier.calldataLength)
        try speech.report(result, next: nextCommand) { text(of: result, file) }
    }

    /// The call of the same contract.
    private var nextCommand: String {
        var words = ["espalier export calldata", FileName.quoted(contract.key)]
        if let model = contract.model { words += ["--model", FileName.quoted(model)] }
        if let placement = contract.placement { words += ["--placement", placement.rawValue] }
        if contract.allowDevelopment { words.append("--allow-development") }
        return (words + ["--proof proof.json --public public.json"]).joined(separator: " ")
    }

    private func text(of result: Result, _ file: VerifyingKeyFile<BN254>) -> String {
        let data = zip(result.dataContracts.indices, result.dataContracts).map {
            "\n\($1) (deploy first: data\($0))"
        }
        return """
            \(result.contract): \(result.publicValues) public values, their points in \(place(result))
            at most \(NumberText.grouped(result.greatestRuntimeBytes)) bytes of code; a call has \
            \(NumberText.grouped(result.calldataBytes)) bytes\(data.joined())\
            \(file.isDevelopment ? "\nThe key is a development key: its maker can forge proofs." : "")
            """
    }

    private func place(_ result: Result) -> String {
        switch result.placement {
        case "data": "\(result.dataContracts.count) data contracts"
        case "calldata": "every call"
        default: "the code"
        }
    }
}
