import Espalier
import Foundation
import Testing

/// `espalier certify` as a stranger uses it.
@Suite struct CertifyCommandTests {
    let tool: CommandLineTool
    let model: CertifiedModel
    let directory: ScratchDirectory

    init() throws {
        tool = try #require(CommandLineTool(), "the product espalier stands beside the tests")
        model = try CertifiedModel.shared.get()
        directory = try ScratchDirectory()
        let file = try CircuitFile.write(model.circuit, to: directory("m.r1cs"))
        _ = try KeyFiles.write(model.key, of: file, to: directory("m"))
        try model.network.write(to: directory("m.int.onnx"))
        try ModelFiles.write(model.registration, opening: model.opening, to: directory("m"))
    }

    private func certify(_ arguments: String...) throws -> CommandLineTool.Outcome {
        try tool.run(
            ["certify", directory("m.int.onnx"), "--data", "digits", "-o", directory("a")] + arguments)
    }

    private func verify(_ arguments: String...) throws -> CommandLineTool.Outcome {
        try tool.run(
            [
                "certify", "verify", directory("a"), "--key", directory("m"), "--model", directory("m"),
                "--data", "digits", "--allow-development",
            ] + arguments)
    }

    @Test func certifiesAndVerifies() throws {
        let made = try certify("--count", "12", "--challenge", "x y", "--json", "--quiet")
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.errors.isEmpty)
        let object = try JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: Any] ?? [:]
        #expect(object["count"] as? Int == 12)
        #expect(!directory.names.contains("a.partial"))

        let valid = try verify("--challenge", "x y", "--count", "12", "--images", "chosen")
        #expect(valid.status == 0, "\(valid.errors)")
        #expect(valid.output.hasPrefix("valid: accuracy "))
        let pin = model.registration.fingerprint.description
        let json = try verify("--challenge", "x y", "--pin", pin, "--json")
        #expect(json.status == 0)
        let verdict = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any] ?? [:]
        #expect(verdict["correct"] as? Int == object["correct"] as? Int)

        for arguments in [["--challenge", "y"], [], ["--challenge", "x y", "--count", "13"]] {
            let invalid = try tool.run(
                [
                    "certify", "verify", directory("a"), "--key", directory("m"), "--model", directory("m"),
                    "--data", "digits", "--allow-development",
                ] + arguments)
            #expect(invalid.status == 1)
            #expect(invalid.output.hasPrefix("invalid: "))
        }
        // Not to be checked: a key that is not allowed, another pin, a broken file.
        let strict = try tool(
            "certify", "verify", directory("a"), "--key", directory("m"), "--model", directory("m"), "--data",
            "digits")
        #expect(strict.status == 2 && strict.complaints.count == 1)
        let unpinned = try verify("--pin", String(repeating: "0", count: 64))
        #expect(unpinned.status == 2 && unpinned.complaints.count == 1)
        try directory.write(try ArtifactFile.read(directory("a")).dropLast(), "a")
        let broken = try verify("--challenge", "x y")
        #expect(broken.status == 2 && broken.complaints.count == 1 && broken.output.isEmpty)
    }

    @Test func refusesWhatNothingBinds() throws {
        let small = try SmallPipeline.shared.get()
        let outcome = try tool(
            "certify", small.directory("small.int.onnx"), "--data", "digits", "-o", directory("a"))
        #expect(outcome.status == 1)
        #expect(outcome.complaints.count == 1)
        #expect(outcome.errors.contains("--weights committed"))
        let many = try certify("--count", "2001")
        #expect(many.status == 1 && many.complaints.count == 1)
        #expect(try certify("--images", "all", "--count", "3").status == 64)
        #expect(try certify("--count", "0").status == 64)
        #expect(!directory.names.contains { $0.hasPrefix("a") })
    }

    @Test func sideFilesOfOtherRuns() throws {
        try directory.write(model.drawn.partial([]), "a.partial")
        let refused = try certify("--count", "3")
        #expect(refused.status == 1 && refused.complaints.count == 1)
        #expect(refused.errors.contains("--restart"))
        #expect(try certify("--count", "3", "--restart").status == 0)
    }

    @Test func explainsItself() throws {
        for arguments in [["certify"], ["certify", "make"], ["certify", "verify"]] {
            let help = try tool.run(arguments + ["--help"])
            #expect(help.status == 0 && help.output.contains("EXAMPLE"))
        }
    }
}
