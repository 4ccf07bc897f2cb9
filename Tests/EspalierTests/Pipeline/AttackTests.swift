import Espalier
import Foundation
import Testing

/// What a dishonest prover may hand to a client, and what the client says.
@Suite struct AttackTests {
    let small: SmallPipeline
    let directory: ScratchDirectory

    init() throws {
        small = try SmallPipeline.shared.get()
        directory = try ScratchDirectory()
    }

    @Test func changedAnswersAreRefused() throws {
        try expectRefusal { $0.publicValues.swapAt(0, 1) }
        try expectRefusal { $0.publicValues[9] += .one }
        try expectRefusal { $0.publicValues[0] = -$0.publicValues[0] }
    }

    @Test(arguments: [10, 400, 793]) func changedPixelsAreRefused(index: Int) throws {
        try expectRefusal { $0.publicValues[index] += .one }
        try expectRefusal { $0.publicValues[index] = 256 }
        try expectRefusal { $0.publicValues[index] = -1 }
    }

    @Test func changedProofsAreRefused() throws {
        try expectRefusal { $0.proof.a = -$0.proof.a }
        try expectRefusal { $0.proof.c = $0.proof.a }
        try expectRefusal { $0.proof.b = -$0.proof.b }
        try expectRefusal { $0.proof.a = .infinity }
    }

    @Test func anotherNumberOfValuesIsRefused() throws {
        try expectRefusal { $0.publicValues.removeLast() }
        try expectRefusal { $0.publicValues.append(.zero) }
        try expectRefusal { $0.publicValues = [] }
    }

    @Test func anotherImageIsRefused() throws {
        let verifier = try small.verifier()
        var other = small.image
        other.pixels[200] ^= 1
        let verdict = try verifier.verify(small.proof, about: other)
        #expect(verdict.reason == "the proof is about another image: pixel 200 differs")
        #expect(verdict.answer == nil)
        let tiny = ImageInput(width: 1, height: 1, pixels: [0])
        #expect(try !verifier.verify(small.proof, about: tiny).isValid)
    }

    @Test func anotherKeyIsRefused() throws {
        let keys = try KeyFiles.write(try small.file.developmentKey(), of: small.file, to: directory("k"))
        let verifier = try NetworkVerifier<BN254>(
            keyFile: keys.verifyingKeyPath, allowingDevelopmentKey: true)
        #expect(try !verifier.verify(small.proof).isValid)
    }

    @Test func aDevelopmentKeyIsRefusedUnlessAskedFor() {
        let error = #expect(throws: FileError.self) {
            try NetworkVerifier<BN254>(keyFile: small.keys.verifyingKeyPath)
        }
        #expect(error?.description.contains("--allow-development") == true)
    }

    @Test func aPointOffTheCurveMakesAnInvalidProof() throws {
        let proof = try directory.rewrite(small.directory("proof.json"), as: "p.json") {
            $0["pi_a"] = ["5", "7", "1"]
        }
        try expectInvalid(proof: proof, "p.json: the point is not on the curve (proof.pi_a)")
    }

    @Test func aNumberThatIsNotCanonicalMakesAnInvalidProof() throws {
        let modulus = "21888242871839275222246405745257275088548364400416034343698204186575808495617"
        var values = small.proof.publicValues.map(\.description)
        values[20] = modulus
        let path = try directory.write(try JSONEncoder().encode(values), "public.json")
        let verdict = try small.verifier().verify(
            proofFile: small.directory("proof.json"), publicValues: path)
        #expect(!verdict.isValid)
    }

    @Test func aBrokenFileIsNoVerdict() throws {
        let verifier = try small.verifier()
        for contents in ["{", "{}", "[1, 2]", "null", "\u{0}"] {
            let path = try directory.write(contents.utf8, "broken.json")
            #expect(throws: FileError.self) {
                try verifier.verify(proofFile: path, publicValues: small.directory("public.json"))
            }
            #expect(throws: FileError.self) {
                try verifier.verify(proofFile: small.directory("proof.json"), publicValues: path)
            }
        }
    }

    private func expectInvalid(proof: String, _ ending: String) throws {
        let verdict = try small.verifier().verify(
            proofFile: proof, publicValues: small.directory("public.json"))
        #expect(!verdict.isValid)
        #expect(verdict.reason?.hasSuffix(ending) == true)
    }

    private func expectRefusal(
        _ change: (inout NetworkProof<BN254>) -> Void, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        var forged = small.proof
        change(&forged)
        #expect(forged != small.proof, sourceLocation: sourceLocation)
        let verdict = try small.verifier().verify(forged)
        #expect(!verdict.isValid, sourceLocation: sourceLocation)
        #expect(verdict.reason?.isEmpty == false, sourceLocation: sourceLocation)
    }
}
