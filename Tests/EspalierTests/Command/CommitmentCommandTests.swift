import Espalier
import Foundation
import Testing

/// Committed weights and images on the command line.
@Suite struct CommitmentCommandTests {
    let tool: CommandLineTool
    let small: SmallPipeline
    let directory: ScratchDirectory

    init() throws {
        tool = try #require(CommandLineTool(), "the product espalier stands beside the tests")
        small = try SmallPipeline.shared.get()
        directory = try ScratchDirectory()
    }

    private var network: String { small.directory("small.int.onnx") }
    private var image: String { small.directory("image.pgm") }

    @discardableResult
    private func expect(
        _ status: Int32, _ arguments: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> CommandLineTool.Outcome {
        let outcome = try tool.run(arguments)
        #expect(outcome.status == status, "\(arguments): \(outcome.errors)", sourceLocation: sourceLocation)
        if status != 0, status != 64, outcome.complaints.count != 1, outcome.output.isEmpty {
            Issue.record("\(arguments): \(outcome.errors)", sourceLocation: sourceLocation)
        }
        return outcome
    }

    @Test func leadsFromCommittedWeightsToAVerifiedProof() throws {
        let (circuit, proof, values) = (
            directory("c.r1cs"), directory("proof.json"), directory("public.json")
        )
        try expect(0, ["compile", network, "--weights", "committed", "-o", circuit])
        try expect(0, ["setup", circuit])
        // Without a registration nothing is proved or verified.
        let prove = [
            "prove", network, "--circuit", circuit, "--image", image, "-o", proof, "--public", values,
        ]
        #expect(try expect(1, prove).complaints[0].contains("model register"))
        let name = directory("c")
        let made = try expect(
            0,
            [
                "model", "register", network, "--circuit", circuit, "--label", "mine", "-o", name, "--json",
            ])
        let fingerprint = try #require(try field("fingerprint", of: made))
        let checked = try expect(
            0,
            [
                "model", "check", name, "--key", name, "--circuit", circuit, "--write-key",
                directory("m.vkey.json"), "--json",
            ])
        #expect(try field("fingerprint", of: checked) == fingerprint)
        #expect(try field("label", of: checked) == "mine")
        try expect(0, prove)
        let verify = [
            "verify", "--key", name, "--proof", proof, "--public", values, "--image", image,
            "--allow-development",
        ]
        try expect(0, verify + ["--model", name])
        try expect(0, verify + ["--model", name, "--pin", fingerprint])
        #expect(try expect(2, verify).complaints[0].contains("--model"))
        // A shape tells whether the key's file speaks the truth.
        let shape = directory("s.shape.onnx")
        try expect(0, ["model", "shape", network, "-o", shape])
        try expect(0, ["model", "check", name, "--key", name, "--shape", shape])
        try expect(
            2, ["model", "check", name, "--key", name, "--write-key", name + ".vkey.json"])
        // An opening that was made once is not replaced in passing.
        try expect(1, ["model", "register", network, "--circuit", circuit, "-o", name])
        var twice = prove
        twice[twice.count - 1] = directory(".") + "/proof.json"
        try expect(64, twice)
        let other = String(repeating: "0", count: 64)
        #expect(try expect(2, verify + ["--model", name, "--pin", other]).complaints[0].contains("pinned"))
        // The key with the model in it needs no registration.
        var plain = verify
        plain[2] = directory("m.vkey.json")
        try expect(0, plain)
    }

    @Test func anotherRegistrationMakesAnInvalidProof() throws {
        let (circuit, name) = (directory("c.r1cs"), directory("c"))
        try expect(0, ["compile", network, "--weights", "committed", "-o", circuit])
        try expect(0, ["setup", circuit])
        for output in ["a", "b"] {
            try expect(0, ["model", "register", network, "--circuit", circuit, "-o", directory(output)])
        }
        let (proof, values) = (directory("proof.json"), directory("public.json"))
        let prove = [
            "prove", network, "--circuit", circuit, "--image", image, "-o", proof, "--public", values,
        ]
        try expect(0, prove + ["--opening", directory("a"), "--model", directory("a")])
        let verify = ["verify", "--key", name, "--proof", proof, "--public", values, "--allow-development"]
        try expect(0, verify + ["--model", directory("a")])
        try expect(1, verify + ["--model", directory("b")])
        // Openings and registrations that do not belong together give no proof at all.
        let mixed = try expect(1, prove + ["--opening", directory("a"), "--model", directory("b")])
        #expect(mixed.complaints[0].contains("another model or registration"))
        // A changed registration is unsound, wherever it is used.
        var bytes = try ArtifactFile.read(directory("a.registration"))
        bytes[bytes.count - 40] ^= 1
        try directory.write(bytes, "bad.registration")
        try expect(1, ["model", "check", directory("bad"), "--key", name])
        #expect(
            try expect(2, verify + ["--model", directory("bad")]).complaints[0].contains("registration"))
        try directory.write(Array(bytes.prefix(1000)), "cut.registration")
        try expect(2, ["model", "check", directory("cut"), "--key", name])
    }

    @Test func leadsFromACommittedImageToAVerifiedProof() throws {
        let (circuit, name) = (directory("c.r1cs"), directory("c"))
        let (proof, values) = (directory("proof.json"), directory("public.json"))
        try expect(0, ["compile", network, "--input", "committed", "-o", circuit])
        try expect(0, ["setup", circuit])
        let seven = directory("seven")
        try expect(
            0, ["input", "commit", "--key", name, "--image", image, "--label", "case 7", "-o", seven])
        try expect(0, ["input", "check", seven, "--key", name])
        let prove = [
            "prove", network, "--circuit", circuit, "--image", image, "-o", proof, "--public", values,
        ]
        #expect(try expect(1, prove).complaints[0].contains("input commit"))
        try expect(0, prove + ["--input-opening", seven, "--input-commitment", seven])
        let verify = ["verify", "--key", name, "--proof", proof, "--public", values, "--allow-development"]
        try expect(0, verify + ["--input-commitment", seven])
        try expect(1, verify)
    }

    @Test func wrongUsesEndInOneSentence() throws {
        try expect(64, ["compile", network, "--weights", "embedded", "--products", "packed"])
        try expect(64, ["prove", network, "--image", image, "--input-opening", "x"])
        try expect(64, ["verify", "--key", "k", "--pin", String(repeating: "0", count: 64)])
        try expect(64, ["verify", "--key", "k", "--model", "m", "--pin", "xyz"])
        let plain = small.directory("small")
        let outcome = try expect(
            1, ["model", "register", network, "--circuit", plain + ".r1cs", "-o", directory("x")])
        #expect(outcome.complaints[0].contains("--weights committed"))
        try expect(1, ["input", "commit", "--key", plain, "--image", image, "-o", directory("x")])
        try expect(2, ["model", "check", "nothing", "--key", plain])
        #expect(directory.names.isEmpty)
    }

    private func field(_ name: String, of outcome: CommandLineTool.Outcome) throws -> String? {
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        return object?[name] as? String
    }
}
