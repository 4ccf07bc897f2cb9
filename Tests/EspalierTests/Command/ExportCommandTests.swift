import Espalier
import Foundation
import Testing

/// `espalier export solidity`, `vyper` and `calldata`.
@Suite struct ExportCommandTests {
    let tool: CommandLineTool
    let small: SmallPipeline
    let directory: ScratchDirectory

    init() throws {
        tool = try #require(CommandLineTool(), "the product espalier stands beside the tests")
        small = try SmallPipeline.shared.get()
        directory = try ScratchDirectory()
    }

    private var key: String { small.keys.verifyingKeyPath }
    private var proof: [String] {
        ["--proof", small.directory("proof.json"), "--public", small.directory("public.json")]
    }

    private func json(_ arguments: [String]) throws -> [String: Any] {
        let outcome = try tool.run(arguments + ["--json"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try #require(
            JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }

    private func expectRefusal(
        _ arguments: [String], _ words: String, status: Int32 = 1,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let outcome = try tool.run(arguments)
        #expect(outcome.status == status && outcome.output.isEmpty, sourceLocation: sourceLocation)
        #expect(outcome.errors.contains(words), "\(outcome.errors)", sourceLocation: sourceLocation)
    }

    @Test(arguments: ["solidity", "vyper"]) func contractsAreWritten(language: String) throws {
        let suffix = language == "vyper" ? ".vy" : ".sol"
        let path = directory("v" + suffix)
        let facts = try json(["export", language, key, "-o", path, "--allow-development"])
        let file = try VerifyingKeyFile<BN254>(contentsOf: key)
        let contract = try VerifierContract(file, allowingDevelopmentKey: true)
        let written = try String(contentsOfFile: path, encoding: .utf8)
        #expect(written == contract.source(in: try #require(ContractLanguage(rawValue: language))))
        #expect(facts["placement"] as? String == "data" && facts["publicValues"] as? Int == 794)
        let dataPaths = try #require(facts["dataContracts"] as? [String])
        #expect(dataPaths == (0..<3).map { directory("v.data\($0).hex") })
        for (path, data) in zip(dataPaths, contract.dataContracts) {
            let code = data.deploymentCode.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "0x\(code)\n")
        }
        #expect(directory.names.count == 4)
    }

    @Test func callsAreThoseOfTheContract() throws {
        let contract = try VerifierContract(
            VerifyingKeyFile(contentsOf: key), allowingDevelopmentKey: true)
        let bytes = try contract.calldata(
            for: small.proof.proof, publicInputs: small.proof.publicValues)
        let text = "0x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let printed = try tool.run(["export", "calldata", key, "--allow-development"] + proof)
        #expect(printed.status == 0 && printed.output == text + "\n")
        let path = directory("call.hex")
        let facts = try json(["export", "calldata", key, "--allow-development", "-o", path] + proof)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text + "\n")
        #expect(facts["bytes"] as? Int == bytes.count && facts["calldata"] as? String == text)
        let longer = try json(
            ["export", "calldata", key, "--allow-development", "--placement", "calldata"] + proof)
        #expect(longer["bytes"] as? Int == bytes.count + 64 * 794)
    }

    @Test func invalidProofsGetNoCall() throws {
        var values = small.proof.publicValues
        values[0] = values[0] == 0 ? 1 : 0
        let path = try directory.write(PublicInputsFile.encode(values), "public.json")
        let call = [
            "export", "calldata", key, "--allow-development", "--proof", small.directory("proof.json"),
        ]
        try expectRefusal(call + ["--public", path], "equation")
        values[100] = 256
        try directory.write(PublicInputsFile.encode(values), "public.json")
        try expectRefusal(call + ["--public", path], "outside its declared range")
        try directory.write(PublicInputsFile.encode(Array(values.prefix(9))), "public.json")
        try expectRefusal(call + ["--public", path], "794 public values, not 9")
    }

    @Test func keysThatGetNoContract() throws {
        let path = directory("x.vy")
        let output = ["-o", path, "--allow-development"]
        try expectRefusal(["export", "vyper", key, "-o", path], "development key")
        try expectRefusal(["export", "vyper", key, "--placement", "code"] + output, "24,576")
        try expectRefusal(["export", "vyper", key, "--name", "x y"] + output, "capital letter")
        try expectRefusal(["export", "vyper", key, "--model", key] + output, "registration")
        try expectRefusal(["export", "vyper", small.file.path] + output, "verifying key")
        try expectRefusal(["export", "vyper", key, "-o", key, "--allow-development"], "the key itself")
        try expectRefusal(["export", "vyper"], "key", status: 64)
        try expectRefusal(["export", "vyper", key, "--placement", "moon"] + output, "moon", status: 64)
        // Another curve.
        let circuit = directory("b.r1cs")
        let network = small.directory("small.int.onnx")
        #expect(try tool.run(["compile", network, "--curve", "bls12-381", "-o", circuit]).status == 0)
        #expect(try tool.run(["setup", circuit]).status == 0)
        try expectRefusal(["export", "vyper", directory("b")] + output, "contracts are for BN254")
        #expect(!directory.names.contains { $0.hasSuffix(".vy") || $0.hasSuffix(".hex") })
    }

    @Test func hiddenModelsAreNamed() throws {
        let (circuit, name) = (directory("c.r1cs"), directory("c"))
        let network = small.directory("small.int.onnx")
        #expect(try tool.run(["compile", network, "--weights", "committed", "-o", circuit]).status == 0)
        #expect(try tool.run(["setup", circuit]).status == 0)
        let output = ["-o", directory("c.sol"), "--allow-development"]
        try expectRefusal(["export", "solidity", name] + output, "--model")
        #expect(
            try tool.run(["model", "register", network, "--circuit", circuit, "-o", name]).status == 0)
        let facts = try json(["export", "solidity", name, "--model", name] + output)
        #expect(facts["publicValues"] as? Int == 794)
        let fingerprint = try ModelFiles.registration(contentsOf: name + ".registration", on: BN254.self)
            .fingerprint
        let text = try String(contentsOfFile: directory("c.sol"), encoding: .utf8)
        #expect(text.contains("// Of the registered model \(fingerprint).\n"))
        // A registration that nobody can open is refused.
        var bytes = try ArtifactFile.read(name + ".registration")
        bytes[bytes.count - 40] ^= 1
        try directory.write(bytes, "forged.registration")
        try expectRefusal(
            ["export", "solidity", name, "--model", directory("forged.registration")] + output, "knowledge")
    }

    @Test func committedImagesHaveNoContract() throws {
        let circuit = directory("i.r1cs")
        let network = small.directory("small.int.onnx")
        #expect(try tool.run(["compile", network, "--input", "committed", "-o", circuit]).status == 0)
        #expect(try tool.run(["setup", circuit]).status == 0)
        try expectRefusal(
            ["export", "vyper", directory("i"), "-o", directory("i.vy"), "--allow-development"], "committed")
    }
}
