import Espalier
import Foundation
import Synchronization
import Testing

/// The command line as a stranger uses it: the right exit code, one sentence where something is wrong, JSON and
/// nothing else where it is asked for.
@Suite struct CommandLineTests {
    let tool: CommandLineTool
    let small: SmallPipeline
    let directory: ScratchDirectory

    init() throws {
        tool = try #require(CommandLineTool(), "the product espalier stands beside the tests")
        small = try SmallPipeline.shared.get()
        directory = try ScratchDirectory()
    }

    @Test func saysItsVersionAndHowToUseIt() throws {
        #expect(try tool("--version").output.hasPrefix("espalier "))
        let help = try tool("--help")
        #expect(help.status == 0)
        for verb in [
            "data", "train", "prune", "quantize", "compile", "audit", "setup", "model", "input", "prove",
            "verify", "ceremony", "export", "inspect", "demo", "reproduce", "explain", "bench",
        ] {
            #expect(help.output.contains("  \(verb) "))
            if verb != "data" { #expect(try tool(verb, "--help").output.contains("EXAMPLE")) }
        }
    }

    @Test func leadsFromImagesToAVerifiedProof() throws {
        func run(_ arguments: String...) throws {
            let outcome = try tool.run(arguments)
            #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
        }
        let d = directory
        try run("train", "--data", "digits", "--hidden", "12", "10", "--epochs", "1", "-o", d("n.onnx"))
        try run(
            "prune", d("n.onnx"), "--data", "digits", "--sparsity", "0.5", "--one-shot", "-o", d("p.onnx"))
        try run("quantize", d("p.onnx"), "--data", "digits")
        try run("compile", d("p.int.onnx"), "--check", "50", "--data", "digits")
        try run("setup", d("p.r1cs"))
        try run(
            "prove", d("p.int.onnx"), "--data", "digits", "--test-image", "7", "-o", d("proof.json"),
            "--public",
            d("public.json"))
        try run(
            "verify", "--key", d("p"), "--proof", d("proof.json"), "--public", d("public.json"), "--data",
            "digits", "--test-image", "7", "--allow-development")
        #expect(
            directory.names == [
                "n.onnx", "p.circuit.json", "p.int.onnx", "p.onnx", "p.r1cs", "p.vkey.json", "p.zkey",
                "proof.json", "public.json",
            ])
    }

    /// Every verb finds the boxes in its file and takes images as they are.
    @Test func leadsFromImagesToAProofOfTheirMeans() throws {
        func expect(_ status: Int32, _ arguments: String...) throws {
            let outcome = try tool.run(arguments)
            #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
        }
        let (d, digits) = (directory, ["--data", "digits"])
        let training = try tool.run(
            ["train", "--hidden", "8", "--epochs", "1", "--input-boxes", "4", "--input-bits", "3", "--json"]
                + digits + ["-o", d("n.onnx")])
        #expect(training.status == 0 && training.output.contains("49–8–ReLU–10"))
        try expect(
            0, "prune", d("n.onnx"), "--data", "digits", "--sparsity", "0.3", "--one-shot", "--input-bits",
            "2",
            "-o", d("p.onnx"))
        #expect(
            try Network(contentsOf: d("p.onnx")).inputTransform.description
                == "means of 4×4 pixels, 2 bits each")
        try expect(0, "quantize", d("p.onnx"), "--data", "digits", "--input-bits", "1", "-o", d("q.onnx"))
        #expect(
            try IntegerNetwork(contentsOf: d("q.onnx")).inputTransform.description
                == "means of 4×4 pixels, 1 bit each")
        try expect(0, "quantize", d("p.onnx"), "--data", "digits")
        try expect(0, "compile", d("p.int.onnx"), "--check", "50", "--data", "digits")
        try expect(0, "setup", d("p.r1cs"))
        try expect(
            0, "prove", d("p.int.onnx"), "--data", "digits", "--test-image", "7", "-o", d("proof.json"),
            "--public", d("public.json"))
        func verify(_ status: Int32, image: String) throws {
            try expect(
                status, "verify", "--key", d("p"), "--proof", d("proof.json"), "--public", d("public.json"),
                "--data", "digits", "--test-image", image, "--allow-development")
        }
        try verify(0, image: "7")
        try verify(1, image: "8")
    }

    @Test func verifyTellsValidFromInvalidFromUnknown() throws {
        let valid = try verify()
        #expect(valid.status == 0)
        #expect(valid.output.hasPrefix("valid: class "))
        #expect(valid.errors.isEmpty)
        #expect(try verify("--image", small.directory("image.pgm")).status == 0)

        let other = try directory.write(
            GreyImage(width: 28, height: 28, pixels: [UInt8](repeating: 9, count: 784)).pgm(), "other.pgm")
        let invalid = try verify("--image", other)
        #expect(invalid.status == 1)
        #expect(invalid.output.hasPrefix("invalid: "))

        let offCurve = try directory.rewrite(small.directory("proof.json"), as: "off.json") {
            $0["pi_a"] = ["5", "7", "1"]
        }
        #expect(try verify(proof: offCurve).status == 1)

        for outcome in try [
            verify(proof: directory("none.json")), verify(proof: directory.path),
            verify(proof: try directory.write("{".utf8, "broken.json")),
            verify(key: small.directory("small.zkey")), verify("--image", directory("none.pgm")),
            tool(
                "verify", "--key", small.keys.verifyingKeyPath, "--proof", small.directory("proof.json"),
                "--public", small.directory("public.json")),
        ] {
            #expect(outcome.status == 2)
            #expect(outcome.output.isEmpty)
            #expect(outcome.complaints.count == 1, "\(outcome.errors)")
        }
    }

    @Test func speaksJSONAndNothingElse() throws {
        let valid = try verify("--json")
        #expect(try object(valid.output)["valid"] as? Bool == true)
        let other = try directory.write(
            GreyImage(width: 28, height: 28, pixels: [UInt8](repeating: 9, count: 784)).pgm(), "other.pgm")
        let invalid = try verify("--json", "--image", other)
        #expect(try object(invalid.output)["valid"] as? Bool == false)
        #expect(try object(invalid.output)["reason"] is String)
        for arguments in [
            ["inspect", small.directory("small.int.onnx")],
            ["compile", small.directory("small.int.onnx"), "-o", directory("x.r1cs")],
            ["data", "fetch", "digits"],
        ] {
            let outcome = try tool.run(arguments + ["--json"])
            #expect(outcome.status == 0)
            #expect(try !object(outcome.output).isEmpty)
            let quiet = try tool.run(arguments + ["--json", "--quiet"])
            #expect(quiet.errors.isEmpty)
        }
    }

    @Test func wrongInputGetsOneSentenceAndLeavesNothing() throws {
        let empty = try directory.write([], "empty")
        let noise = try directory.write((0..<999).map { UInt8(truncatingIfNeeded: $0 * $0 * 7 + 3) }, "noise")
        let before = directory.names
        let out = ["-o", directory("out")]
        let float = small.directory("small.onnx")
        let integer = small.directory("small.int.onnx")
        let image = ["--image", small.directory("image.pgm")]
        for file in [directory("none"), directory.path, empty, noise] {
            try expectComplaint(["prune", file, "--sparsity", "0.5", "--data", "digits"] + out, about: file)
            try expectComplaint(["quantize", file, "--data", "digits"] + out, about: file)
            try expectComplaint(["compile", file] + out, about: file)
            try expectComplaint(["setup", file] + out, about: file)
            try expectComplaint(["inspect", file], about: file)
            try expectComplaint(
                ["prove", integer, "--image", file, "--public", directory("p")] + out, about: file)
            try expectComplaint(["prove", file, "--public", directory("p")] + image + out, about: file)
        }
        try expectComplaint(["compile", float] + out, about: float)
        try expectComplaint(
            ["prune", integer, "--sparsity", "0.5", "--data", "digits"] + out, about: integer)
        try expectComplaint(["quantize", integer, "--data", "digits"] + out, about: integer)
        try expectComplaint(["setup", integer] + out, about: integer)
        try expectComplaint(
            ["prove", integer, "--key", small.file.path, "--public", directory("p")] + image + out,
            about: small.file.path)
        try expectComplaint(
            ["prove", integer, "--data", "digits", "--test-image", "99999", "--public", directory("p")] + out,
            about: "99999")
        let quantize = ["quantize", float, "--data", "digits"] + out
        try expectComplaint(quantize + ["--bias-bits", "3"], about: "bias needs")
        try expectComplaint(quantize + ["--weight-bits", "8,8"], about: "3 linear layers")
        try expectComplaint(quantize + ["--validation", "999999"], about: "--validation 999999")
        try expectComplaint(
            ["train", "--data", "digits", "--input-boxes", "3"] + out, about: "3×3 in images of 28×28")
        try expectComplaint(["data", "fetch", "no such set"], about: "no such set")
        try expectComplaint(["compile", integer, "-o", "/dev/null"], about: "/dev/null")
        try expectComplaint(["compile", integer, "-o", directory("empty/x")], about: directory("empty/x"))
        try expectComplaint(["train", "--data", "digits", "-o", directory.path], about: directory.path)
        #expect(directory.names == before)
    }

    @Test(arguments: [
        ["prune", "x.onnx", "--sparsity", "1.5"], ["prune", "x.onnx"], ["train", "--hidden", "0"],
        ["train", "--epochs", "0"], ["train", "--input-bits", "9"],
        ["train", "--input-boxes", "17"], ["train", "--input-boxes", "0"], ["train", "--validation", "0"],
        ["prune", "x.onnx", "--sparsity", "0.5", "--criterion", "taste"],
        ["prune", "x.onnx", "--sparsity", "0.5", "--block-rows", "4"],
        ["prune", "x.onnx", "--sparsity", "0.5", "--one-shot", "--epochs", "3"],
        ["prune", "x.onnx", "--sparsity", "0.5", "--input-bits", "0"],
        ["quantize", "x.onnx", "--weight-bits", "8,"], ["quantize", "x.onnx", "--weight-bits", "8,25"],
        ["quantize", "x.onnx", "--bias-bits", "64"], ["quantize", "x.onnx", "--window-bits", "1"],
        ["quantize", "x.onnx", "--learning-rate", "0.01"], ["quantize", "x.onnx", "--weight-bits", "99"],
        ["prove", "x.onnx"],
        ["compile", "x.onnx", "--weights", "secret"], ["nonsense"], ["bench", "--runs", "0"],
        ["compile", "x.onnx", "--curve", "pallas"], ["setup", "x.r1cs", "--curve", "bn"],
        ["prove", "x.onnx", "--test-image", "0", "--output", "one.json", "--public", "one.json"],
    ])
    func wrongArgumentsAreExplained(arguments: [String]) throws {
        let outcome = try tool.run(arguments)
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix("Error: "))
        #expect(outcome.output.isEmpty)
    }

    @Test func keysThatAreMadeAtOnceDoNotMix() throws {
        let outcomes = Mutex<[Int32]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { _ in
            let status = (try? tool("setup", small.file.path, "-o", directory("k")))?.status
            outcomes.withLock { $0.append(status ?? -1) }
        }
        #expect(outcomes.withLock { $0 } == [0, 0, 0, 0])
        #expect(directory.names == ["k.vkey.json", "k.zkey"])
        let key = try KeyFiles.provingKey(contentsOf: directory("k.zkey"), for: small.file)
        let input = try small.integerNetwork.input(for: small.image, named: nil)
        let proof = try small.circuit.prove(input, with: key)
        let verifier = try NetworkVerifier<BN254>(
            keyFile: directory("k.vkey.json"), allowingDevelopmentKey: true)
        #expect(try verifier.verify(proof).isValid)
    }

    @Test func anInterruptedRunLeavesNothingHalfWritten() throws {
        let path = try directory.write("old".utf8, "x.r1cs")
        for milliseconds in [5, 20, 40, 80, 160] {
            let status = try tool.interrupted(
                ["compile", small.directory("small.int.onnx"), "--weights", "private", "-o", path],
                after: .milliseconds(milliseconds))
            let isComplete = status == 0
            #expect(directory.names == (isComplete ? ["x.circuit.json", "x.r1cs"] : ["x.r1cs"]))
            if isComplete { break }
            #expect(status == SIGINT)
            #expect(try ArtifactFile.read(path) == Array("old".utf8))
        }
    }

    @Test func withoutNetworkSaysWhatWasTried() throws {
        let outcome = try tool(
            "data", "fetch", "mnist", "--cache", directory("cache"), environment: ["PATH": directory.path])
        #expect(outcome.status == 1)
        #expect(outcome.complaints.count == 1)
        #expect(outcome.complaints.first?.contains("could not be had") == true)
    }

    @Test func anUnknownBackendIsRefused() throws {
        let outcome = try tool("data", "list", environment: ["ESPALIER_BACKEND": "abacus"])
        #expect(outcome.status == 1 && outcome.output.isEmpty)
        #expect(outcome.complaints.count == 1)
        #expect(outcome.complaints.first?.contains("abacus") == true)
    }

    private func expectComplaint(
        _ arguments: [String], about name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let outcome = try tool.run(arguments)
        #expect(outcome.status == 1, "\(arguments)", sourceLocation: sourceLocation)
        #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
        #expect(outcome.complaints.count == 1, "\(outcome.errors)", sourceLocation: sourceLocation)
        #expect(
            outcome.complaints.first?.contains(name) == true, "\(outcome.errors)",
            sourceLocation: sourceLocation)
    }

    private func verify(
        key: String? = nil, proof: String? = nil, _ more: String...
    ) throws -> CommandLineTool.Outcome {
        try tool.run(
            [
                "verify", "--key", key ?? small.keys.verifyingKeyPath, "--proof",
                proof ?? small.directory("proof.json"), "--public", small.directory("public.json"),
                "--allow-development",
            ] + more)
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
