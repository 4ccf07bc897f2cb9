import Espalier
import Foundation
import Testing

/// The same network on every curve, and files that know which one they are of.
@Suite struct CurveTests {
    let small: SmallPipeline
    let directory: ScratchDirectory

    init() throws {
        small = try SmallPipeline.shared.get()
        directory = try ScratchDirectory()
    }

    @Test(arguments: CurveName.allCases) func anAnswerIsProvedThroughFiles(name: CurveName) throws {
        let input = try small.integerNetwork.input(for: small.image)
        let answer = try #require(try CurveFiles.of(name).verdict.answer)
        #expect(answer.logits == (try small.integerNetwork.logits(for: input)))
        #expect(answer.input == input)
    }

    /// What a network costs does not depend on the curve.
    @Test func circuitsOfAllCurvesHaveOneShape() throws {
        let descriptions = try CurveName.allCases.map { name in
            var description = try CurveFiles.of(name).description
            #expect(description.curve == name)
            description.curve = .bn254
            description.circuitSHA256 = ""
            return description
        }
        #expect(Set(descriptions).count == 1)
    }

    @Test(arguments: CurveName.allCases, CurveFiles.names)
    func everyFileSaysItsCurve(name: CurveName, file: (String, String)) throws {
        let path = try CurveFiles.of(name).directory(file.0)
        #expect(CurveName(statedBy: path) == name)
        let inspection = try Inspection(of: path)
        #expect(inspection.kind.hasPrefix(file.1))
        #expect(inspection.facts.first { $0.name == "curve" }?.value == name.description)
    }

    /// Negative logits stand near another modulus on every curve.
    @Test(arguments: CurveName.allCases) func publicValuesAreReadOnTheirCurve(name: CurveName) throws {
        let files = try CurveFiles.of(name)
        let facts = try Inspection(of: files.directory("public.json")).facts
        let logits = try #require(files.verdict.answer?.logits)
        #expect(facts.last?.value == logits.map(String.init).joined(separator: ", "))
    }

    @Test func publicValuesOfNoCurveAreShownAsTheyAre() throws {
        let large = "52435875175126190479447740508185965837690552500527637822603658699938581184512"
        let path = try directory.write(
            "[\"1\", \"\(large)\", \"\(1 << 62)0000000000000000000000\"]".utf8, "p")
        let value = try Inspection(of: path).facts.last?.value
        #expect(value == "1, \(large), \(1 << 62)0000000000000000000000")
    }

    @Test func otherFilesStateNoCurve() throws {
        for name in ["small.onnx", "small.int.onnx", "public.json", "image.pgm", "none", "."] {
            #expect(CurveName(statedBy: small.directory(name)) == nil)
        }
        for text in ["", "r1cs", "{}", "{\"curve\": 7}", "{\"curve\": \"pallas\"}", "[\"bn128\"]"] {
            #expect(CurveName(statedBy: try directory.write(text.utf8, "text")) == nil)
        }
    }

    @Test func theNamesOfAllToolsAreKnown() throws {
        for name in ["bn254", "BN254", "bn128", "altbn128"] { #expect(CurveName(name) == .bn254) }
        for name in ["bls12-381", "BLS12-381", "bls12381", "bls12_381"] {
            #expect(CurveName(name) == .bls12381)
        }
        for name in ["", "BN", "bls12-377", "bn254 "] { #expect(CurveName(name) == nil) }
        for name in CurveName.allCases {
            #expect(CurveName(of: name.curve) == name)
            #expect(CurveName(name.description) == name && CurveName(name.rawValue) == name)
            let data = try JSONEncoder().encode([name])
            #expect(String(decoding: data, as: UTF8.self) == "[\"\(name.curve.snarkjsName)\"]")
            #expect(try JSONDecoder().decode([CurveName].self, from: data) == [name])
        }
    }

    /// A description from before there was a choice says nothing: it is one of BN254.
    @Test func aDescriptionWithoutCurveIsOfBN254() throws {
        let path = try copyCircuit(.bn254) { $0["curve"] = nil }
        let file = try CircuitFile<BN254>(contentsOf: path)
        #expect(file.description.curve == .bn254)
        #expect(file.description == (try CurveFiles.of(.bn254).description))
        _ = try file.recompiled(small.integerNetwork, from: "small.int.onnx")

        let other = try copyCircuit(.bls12381) { $0["curve"] = nil }
        expectError(.mismatch(reason: ""), "y.circuit.json describes another circuit") {
            _ = try CircuitFile<BLS12381>(contentsOf: other)
        }
    }

    @Test(arguments: [("bls12381", "describes another circuit"), ("pallas", "no description of a circuit")])
    func aDescriptionOfAnotherCurveIsRefused(name: String, words: String) throws {
        let path = try copyCircuit(.bn254) { $0["curve"] = name }
        let error = #expect(throws: FileError.self) { _ = try CircuitFile<BN254>(contentsOf: path) }
        #expect(error?.description.contains(words) == true)
    }

    @Test func filesOfAnotherCurveAreRefusedInOneSentence() throws {
        try expectRefusals(found: .bls12381, wanted: BN254.self)
        try expectRefusals(found: .bn254, wanted: BLS12381.self)
    }

    /// A file of `found` in each place where one of `wanted` belongs.
    private func expectRefusals<Wanted: InterchangeCurve>(
        found: CurveName, wanted: Wanted.Type
    ) throws {
        let own = try CurveFiles.of(CurveName(of: wanted)).directory
        let other = try CurveFiles.of(found).directory
        let words = { (kind: String) in "this \(kind) is of \(found), where one of \(wanted.name) is wanted" }
        expectError(.mismatch(reason: words("circuit")), "x.r1cs") {
            _ = try CircuitFile<Wanted>(contentsOf: other("x.r1cs"))
        }
        let circuit = try CircuitFile<Wanted>(contentsOf: own("x.r1cs"))
        expectError(.mismatch(reason: words("proving key")), "x.zkey") {
            _ = try KeyFiles.provingKey(contentsOf: other("x.zkey"), for: circuit)
        }
        expectError(.mismatch(reason: words("verifying key")), "x.vkey.json") {
            _ = try NetworkVerifier<Wanted>(keyFile: other("x.vkey.json"), allowingDevelopmentKey: true)
        }
        let verifier = try NetworkVerifier<Wanted>(
            keyFile: own("x.vkey.json"), allowingDevelopmentKey: true)
        expectError(.mismatch(reason: words("proof")), "proof.json") {
            _ = try verifier.verify(
                proofFile: other("proof.json"), publicValues: own("public.json"))
        }
        // Public values do not say their curve: those of another are just not what was proved.
        let verdict = try verifier.verify(
            proofFile: own("proof.json"), publicValues: other("public.json"))
        #expect(!verdict.isValid && verdict.reason?.isEmpty == false)
    }

    /// A proof that does not say its curve is a wrong proof on another one.
    @Test func aProofWithoutCurveIsReadOnTheKeys() throws {
        for (own, other) in [(CurveName.bn254, CurveName.bls12381), (.bls12381, .bn254)] {
            let path = try directory.rewrite(CurveFiles.of(other).directory("proof.json"), as: "p.json") {
                $0["curve"] = nil
            }
            #expect(try verdict(of: path, on: own.curve).isValid == false)
            let same = try directory.rewrite(CurveFiles.of(own).directory("proof.json"), as: "p.json") {
                $0["curve"] = nil
            }
            #expect(try verdict(of: same, on: own.curve).isValid)
        }
    }

    private func verdict<Curve: InterchangeCurve>(
        of proof: String, on curve: Curve.Type
    ) throws -> NetworkVerdict {
        let files = try CurveFiles.of(CurveName(of: curve)).directory
        return try NetworkVerifier<Curve>(keyFile: files("x.vkey.json"), allowingDevelopmentKey: true)
            .verify(proofFile: proof, publicValues: files("public.json"))
    }

    /// A prime that is no curve's.
    @Test func aCircuitOfAnUnknownCurveSaysSo() throws {
        let path = try copyCircuit(.bn254) { _ in }
        var bytes = try ArtifactFile.read(path)
        bytes[28] ^= 2
        try directory.write(bytes, "y.r1cs")
        #expect(CurveName(statedBy: path) == nil)
        let reason = FileError.Code.mismatch(reason: "this circuit is of no curve that espalier knows")
        expectError(reason, "y.r1cs") { _ = try CircuitFile<BN254>(contentsOf: path) }
        let error = #expect(throws: FileError.self) { try Inspection(of: path) }
        #expect(error?.description.hasSuffix("y.r1cs: this file is of no curve that espalier knows") == true)
    }

    /// Copies a circuit to `y.r1cs` with what a change makes of its description.
    private func copyCircuit(
        _ name: CurveName, _ change: (inout [String: Any]) throws -> Void
    ) throws -> String {
        let original = try CurveFiles.of(name).directory
        _ = try directory.rewrite(original("x.circuit.json"), as: "y.circuit.json", change)
        return try directory.write(try ArtifactFile.read(original("x.r1cs")), "y.r1cs")
    }

    /// Expects a `FileError`: of this code, or, where its reason is empty, of its kind with these words.
    private func expectError(
        _ code: FileError.Code, _ words: String, sourceLocation: SourceLocation = #_sourceLocation,
        _ body: () throws -> Void
    ) {
        let error = #expect(throws: FileError.self, sourceLocation: sourceLocation) { try body() }
        #expect(error?.description.contains(words) == true, sourceLocation: sourceLocation)
        if code != .mismatch(reason: "") { #expect(error?.code == code, sourceLocation: sourceLocation) }
    }
}
