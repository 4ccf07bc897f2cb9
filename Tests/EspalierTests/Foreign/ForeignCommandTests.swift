import Espalier
import Foundation
import Testing

/// Circuits, keys and proofs of other tools on the command line.
@Suite struct ForeignCommandTests {
    let tool: CommandLineTool

    init() throws { tool = try #require(CommandLineTool(), "the product espalier stands beside the tests") }

    @discardableResult
    private func expect(
        _ status: Int32, _ arguments: [String], _ words: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> CommandLineTool.Outcome {
        let outcome = try tool.run(arguments)
        #expect(outcome.status == status, "\(outcome.errors)", sourceLocation: sourceLocation)
        if let words {
            #expect(
                (outcome.output + outcome.errors).contains(words), "\(outcome.output) \(outcome.errors)",
                sourceLocation: sourceLocation)
        }
        return outcome
    }

    /// Keys and a proof of a foreign circuit.
    private func prove(_ curve: CurveName) throws -> ForeignFiles {
        let files = try ForeignFiles(curve)
        let d = files.directory
        try expect(0, ["setup", files.circuit, "--unaudited"], "does not answer for it")
        try expect(
            0,
            [
                "prove", "--zkey", d("c.zkey"), "--witness", files.witness, "-o", d("proof.json"), "--public",
                d("public.json"),
            ], "proved 1 public value on \(curve)")
        return files
    }

    private func verify(_ d: ScratchDirectory, proof: String = "proof.json") -> [String] {
        ["verify", "--key", d("c"), "--proof", d(proof), "--public", d("public.json")]
    }

    @Test(arguments: CurveName.allCases) func leadsFromAForeignCircuitToAVerifiedProof(
        curve: CurveName
    ) throws {
        let d = try prove(curve).directory
        #expect(
            d.names == ["c.r1cs", "c.vkey.json", "c.zkey", "proof.json", "public.json", "w.wtns"])
        try expect(2, verify(d), "does not say that several parties have made it")
        let valid = try expect(0, verify(d) + ["--allow-development"], "valid: ")
        #expect(valid.output.contains("  0  35\n"))
        let json = try expect(0, verify(d) + ["--allow-development", "--json"])
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(object?["valid"] as? Bool == true)
        #expect(object?["publicValues"] as? [String] == ["35"])
        try d.write("[\"36\"]".utf8, "public.json")
        try expect(1, verify(d) + ["--allow-development"], "invalid: the pairing equation does not hold")
        try d.write("[\"035\"]".utf8, "public.json")
        try expect(1, verify(d) + ["--allow-development"], "invalid: ")
        try d.write("[".utf8, "public.json")
        try expect(2, verify(d) + ["--allow-development"])
        for extra in [["--image", "x.pgm"], ["--model", "x"]] {
            try expect(
                2, verify(d) + ["--allow-development"] + extra, "does not say that it is a network's key")
        }
    }

    @Test(arguments: CurveName.allCases) func proofsGoToOtherToolsAndComeBack(curve: CurveName) throws {
        let d = try prove(curve).directory
        let sizes: [CurveName: [String: Int]] = [
            .bn254: ["arkworks": 128, "gnark": 164], .bls12381: ["arkworks": 192, "gnark": 244],
        ]
        for encoding in ["arkworks", "gnark"] {
            let name = "proof." + encoding
            try expect(0, ["export", "proof", d("proof.json"), "--to", encoding, "--output", d(name)])
            #expect(try ArtifactFile.size(of: d(name)) == sizes[curve]?[encoding])
            try expect(0, verify(d, proof: name) + ["--allow-development"], "valid: ")
            try expect(0, ["export", "proof", d(name), "--to", "snarkjs", "--output", d("back.json")])
            #expect(try ArtifactFile.read(d("back.json")) == ArtifactFile.read(d("proof.json")))
            // A flag that contradicts the rest.
            var bytes = try ArtifactFile.read(d(name))
            bytes[0] ^= 0xff
            bytes[bytes.count - 1] ^= 0xff
            try d.write(bytes, "broken")
            try expect(1, verify(d, proof: "broken") + ["--allow-development"], "invalid: ")
            try expect(1, ["export", "proof", d("broken"), "--to", "snarkjs", "--output", d("none.json")])

            let key = "key." + encoding
            try expect(0, ["export", "key", d("c.zkey"), "--to", encoding, "--output", d(key)])
            try expect(
                0,
                [
                    "export", "key", d(key), "--from", encoding, "--curve", curve.rawValue, "--to", "snarkjs",
                    "--output", d("their.vkey.json"),
                ])
            try expect(
                0,
                [
                    "verify", "--key", d("their.vkey.json"), "--proof", d("proof.json"), "--public",
                    d("public.json"), "--allow-development",
                ], "valid: ")
        }
        #expect(!d.names.contains("none.json"))
        try expect(
            1, ["export", "key", d("c.zkey"), "--to", "snarkjs", "--output", d("c.zkey")], "the key itself")
        try expect(
            1, ["export", "proof", d("proof.json"), "--to", "gnark", "--output", d("proof.json")],
            "the proof itself")
        try expect(
            1, ["export", "key", d("c.vkey.json"), "--to", "gnark", "--output", d("none")], "name the .zkey")
        try expect(
            0, ["export", "key", d("c.vkey.json"), "--to", "arkworks", "--output", d("key2.arkworks")])
        #expect(try ArtifactFile.read(d("key2.arkworks")) == ArtifactFile.read(d("key.arkworks")))
    }

    /// What stands beside a proving key is kept; what cannot be read there is not passed over.
    @Test func theKeyBesideAProvingKeyIsKept() throws {
        let files = try ForeignFiles(.bn254)
        let d = files.directory
        try expect(0, ["setup", files.circuit, "--unaudited"])
        try expect(0, ["export", "key", d("c.zkey"), "--to", "snarkjs", "--output", d("again.json")])
        #expect(try ArtifactFile.read(d("again.json")) == ArtifactFile.read(d("c.vkey.json")))
        try ArtifactFile.write(Array("{".utf8), to: d("c.vkey.json"))
        try expect(
            1, ["export", "key", d("c.zkey"), "--to", "snarkjs", "--output", d("none")], "no verifying key")
        #expect(!d.names.contains("none"))
    }

    @Test func aForeignCircuitGetsNoKeyUnasked() throws {
        let files = try ForeignFiles(.bn254)
        try expect(1, ["setup", files.circuit], "say --unaudited")
        try expect(1, ["setup", files.directory("none.r1cs"), "--unaudited"], "there is no such file")
        try expect(1, ["setup", files.witness, "--unaudited"], "this is no circuit")
        #expect(files.directory.names == ["c.r1cs", "w.wtns"])
        let small = try SmallPipeline.shared.get()
        try expect(
            1, ["setup", small.file.path, "--unaudited", "-o", files.directory("k")], "leave out --unaudited")
        #expect(files.directory.names == ["c.r1cs", "w.wtns"])
    }

    @Test func witnessesThatProveNothingAreRefused() throws {
        let files = try ForeignFiles(.bn254)
        let d = files.directory
        try expect(0, ["setup", files.circuit, "--unaudited"])
        func prove(_ witness: String, key: String = "c.zkey", _ words: String) throws {
            try expect(
                1,
                [
                    "prove", "--zkey", d(key), "--witness", d(witness), "-o", d("proof.json"), "--public",
                    d("public.json"),
                ], words)
        }
        typealias F = BN254.ScalarField
        try d.write(ForeignFiles.witness(x: 3, y: 36, over: F.self), "wrong.wtns")
        try prove("wrong.wtns", "this witness does not satisfy the circuit")
        try d.write(WitnessFile.encode(Witness<F>([1, 35, 3])), "short.wtns")
        try prove("short.wtns", "this witness has 3 wires")
        try d.write(WitnessFile.encode(Witness<F>([2, 35, 3, 9])), "two.wtns")
        try prove("two.wtns", "this is no witness")
        try d.write(ForeignFiles.witness(x: 3, over: BLS12381.ScalarField.self), "other.wtns")
        try prove("other.wtns", "this witness is of BLS12-381, where one of BN254 is wanted")
        try prove("c.zkey", "this is no witness")
        try prove("w.wtns", key: "w.wtns", "this is no proving key")
        try prove("none.wtns", "there is no such file")
        var bytes = try ArtifactFile.read(d("c.zkey"))
        bytes.removeLast()
        try d.write(bytes, "cut.zkey")
        try prove("w.wtns", key: "cut.zkey", "the file ends too early")
        #expect(!d.names.contains("proof.json") && !d.names.contains("public.json"))
    }

    @Test func keysThatAnybodyCanForgeWithProveNothing() throws {
        let files = try ForeignFiles(.bn254)
        let d = files.directory
        let circuit = try ForeignCircuit<BN254>(contentsOf: files.circuit)
        let matrices = ConstraintMatrices(circuit.system)
        func expectRefusal(_ words: String, _ change: (inout ProvingKey<BN254>) -> Void) throws {
            var key = try circuit.developmentKey()
            change(&key)
            let file = ZKeyFile(
                key, a: matrices.a, b: matrices.b, circuitHash: [UInt8](repeating: 0, count: 64))
            try d.write(file.encoded(), "bad.zkey")
            try expect(
                1,
                [
                    "prove", "--zkey", d("bad.zkey"), "--witness", files.witness, "-o", d("proof.json"),
                    "--public", d("public.json"),
                ], words)
            try d.write(VerifyingKeyFile(key.verifyingKey).encoded(), "bad.vkey.json")
            try expect(
                2,
                [
                    "verify", "--key", d("bad.vkey.json"), "--proof", d("proof.json"), "--public",
                    d("public.json"), "--allow-development",
                ], words)
        }
        try expectRefusal("δ equals γ") { key in
            key.delta1 = BN254.G1.generator
            key.verifyingKey.delta2 = key.verifyingKey.gamma2
        }
        try expectRefusal("a point of the key is infinity") { $0.verifyingKey.alpha1 = .infinity }
        try expectRefusal("two points of the key are the same") {
            $0.verifyingKey.inputPoints[1] = -$0.verifyingKey.inputPoints[0]
        }
        #expect(!d.names.contains("proof.json"))
    }

    /// A network's own key and witness, without the network.
    @Test(arguments: CurveName.allCases) func aNetworksWitnessProvesItsAnswer(curve: CurveName) throws {
        let files = try CurveFiles.of(curve).directory
        let d = try ScratchDirectory()
        try expect(
            0,
            [
                "prove", "--zkey", files("x.zkey"), "--witness", files("x.wtns"), "-o", d("proof.json"),
                "--public", d("public.json"),
            ])
        #expect(try ArtifactFile.read(d("public.json")) == ArtifactFile.read(files("public.json")))
        let image = try SmallPipeline.shared.get().directory("image.pgm")
        try expect(
            0,
            [
                "verify", "--key", files("x"), "--proof", d("proof.json"), "--public", d("public.json"),
                "--image", image, "--allow-development",
            ], "valid: class")
        try expect(0, ["export", "proof", d("proof.json"), "--to", "gnark", "--output", d("proof.bin")])
        try expect(
            0,
            [
                "verify", "--key", files("x"), "--proof", d("proof.bin"), "--public", d("public.json"),
                "--image", image, "--allow-development",
            ], "valid: class")
    }

    /// What is hidden from verifiers must not stand in public.json.
    @Test func aKeyWithHiddenWiresProvesNothingByItself() throws {
        let small = try SmallRegistration.shared.get()
        let d = try ScratchDirectory()
        let file = try CircuitFile.write(small.circuit, to: d("c.r1cs"))
        _ = try KeyFiles.write(small.key, of: file, to: d("c"))
        let witness = try small.circuit.compiled.witness(for: small.input)
        try d.write(WitnessFile.encode(witness), "w.wtns")
        try expect(
            1,
            [
                "prove", "--zkey", d("c.zkey"), "--witness", d("w.wtns"), "-o", d("proof.json"), "--public",
                d("public.json"),
            ], "would stand among the public values")
        try expect(
            1, ["export", "key", d("c.vkey.json"), "--to", "arkworks", "--output", d("k")], "model check")
        #expect(d.names == ["c.circuit.json", "c.r1cs", "c.vkey.json", "c.zkey", "w.wtns"])
    }

    @Test func argumentsThatDoNotGoTogether() throws {
        for arguments in [
            ["prove"], ["prove", "--zkey", "k"], ["prove", "--witness", "w"], ["prove", "n.int.onnx"],
            ["prove", "n.int.onnx", "--zkey", "k", "--witness", "w"],
            ["prove", "--zkey", "k", "--witness", "w", "--image", "i"],
            ["prove", "--zkey", "k", "--witness", "w", "--key", "k"],
            ["export", "proof", "p", "--to", "nobody", "--output", "o"],
        ] {
            try expect(64, arguments)
        }
    }
}
