import Espalier
import Foundation
import Testing

/// BLS12-381 on the command line, and files of two curves that somebody mixes.
@Suite struct CurveCommandTests {
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

    /// The curve is said once, when the circuit is made, and found in the files from there on.
    @Test func leadsFromACircuitOfBLS12381ToAVerifiedProof() throws {
        let circuit = directory("c.r1cs")
        try expect(0, ["compile", network, "--curve", "bls12-381", "-o", circuit])
        let setup = try expect(0, ["setup", circuit, "--curve", "bls12-381", "--json"])
        #expect(try curve(in: setup) == "bls12381")
        let (proof, values) = (directory("proof.json"), directory("public.json"))
        try expect(
            0,
            [
                "prove", network, "--circuit", circuit, "--image", image, "-o", proof, "--public", values,
                "--json",
            ])
        let verify = ["verify", "--key", directory("c"), "--proof", proof, "--public", values]
        let verdict = try expect(0, verify + ["--image", image, "--allow-development", "--json"])
        #expect(try curve(in: verdict) == "bls12381")
        let names = ["c.circuit.json", "c.r1cs", "c.vkey.json", "c.zkey", "proof.json", "public.json"]
        #expect(directory.names == names)
        for name in names where name != "public.json" {
            #expect(try expect(0, ["inspect", directory(name)]).output.contains("BLS12-381"))
        }
    }

    /// A circuit cannot be carried over to another field: setup says what to do instead.
    @Test(arguments: CurveName.allCases) func setupRefusesACircuitOfAnotherCurve(found: CurveName) throws {
        let circuit = try CurveFiles.of(found).directory("x.r1cs")
        for wanted in CurveName.allCases where wanted != found {
            let outcome = try expect(2, ["setup", circuit, "--curve", wanted.rawValue, "-o", directory("k")])
            let sentence =
                "espalier: \(circuit): this circuit is of \(found); compile the network again with --curve "
                + wanted.rawValue
            #expect(outcome.complaints == [sentence[...]])
        }
        #expect(directory.names.isEmpty)
    }

    @Test func filesOfTwoCurvesAreRefusedInOneSentence() throws {
        for (found, wanted) in [(CurveName.bls12381, CurveName.bn254), (.bn254, .bls12381)] {
            let other = try CurveFiles.of(found).directory
            let own = try CurveFiles.of(wanted).directory
            let words = "of \(found), where one of \(wanted) is wanted"
            try expect(
                1,
                [
                    "prove", network, "--circuit", own("x.r1cs"), "--key", other("x.zkey"), "--image", image,
                    "-o", directory("p"), "--public", directory("v"),
                ], "x.zkey: this proving key is " + words)
            try expect(
                2,
                [
                    "verify", "--key", own("x"), "--proof", other("proof.json"), "--public",
                    own("public.json"), "--allow-development",
                ], "proof.json: this proof is " + words)
            try expect(
                2,
                [
                    "verify", "--key", other("x.zkey"), "--proof", own("proof.json"), "--public",
                    own("public.json"), "--allow-development",
                ], "x.zkey: this is no verifying key")
            // A circuit of one curve beside the description of another.
            try directory.write(try ArtifactFile.read(other("x.r1cs")), "m.r1cs")
            try directory.write(try ArtifactFile.read(own("x.circuit.json")), "m.circuit.json")
            try expect(1, ["setup", directory("m.r1cs")], "m.circuit.json describes another circuit")
        }
        #expect(directory.names == ["m.circuit.json", "m.r1cs"])
    }

    @Test func theBenchmarkTakesACurve() throws {
        let outcome = try expect(
            0,
            [
                "bench", "groth16", "--size", "2^4", "--runs", "1", "--curve", "bls12-381", "--python",
                "/nowhere/python",
            ])
        #expect(outcome.output.hasPrefix("BLS12-381, 14 constraints"))
        #expect(outcome.output.contains("groth16py knows BN254 only"))
    }

    @discardableResult
    private func expect(
        _ status: Int32, _ arguments: [String], _ words: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> CommandLineTool.Outcome {
        let outcome = try tool.run(arguments)
        #expect(outcome.status == status, "\(outcome.errors)", sourceLocation: sourceLocation)
        #expect(outcome.output.isEmpty == (status != 0), sourceLocation: sourceLocation)
        #expect(outcome.complaints.count == (status == 0 ? 0 : 1), sourceLocation: sourceLocation)
        if let words {
            #expect(
                outcome.complaints.first?.contains(words) == true, "\(outcome.errors)",
                sourceLocation: sourceLocation)
        }
        return outcome
    }

    private func curve(in outcome: CommandLineTool.Outcome) throws -> String? {
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        return (object as? [String: Any])?["curve"] as? String
    }
}
