import Espalier
import Testing

/// A client trusts its key; a key that lies about its layout must be refused all the same, and never crash.
@Suite struct ForgedKeyTests {
    let small: SmallPipeline
    let directory: ScratchDirectory

    init() throws {
        small = try SmallPipeline.shared.get()
        directory = try ScratchDirectory()
    }

    @Test(arguments: [
        ["classes": "9"], ["classes": "0"], ["classes": "-1"], ["classes": "99999999999999999999"],
        ["classes": "ten"], ["inputBits": "0"], ["inputBits": "9"], ["inputBits": "1"],
        ["inputShape": ""], ["inputShape": "28x27"], ["inputShape": "-28x-28"],
        ["inputShape": "1000000x1000000x1000000x1000000"], ["answer": "class", "inputShape": "793"],
        ["answer": "label"], ["weights": ""], ["input": "private"],
    ])
    func contradictoryLayoutsAreRefused(annotations: [String: String]) throws {
        try expectRefusal { key in
            try change(&key) { espalier in
                let former = espalier["annotations"] as? [String: String] ?? [:]
                espalier["annotations"] = former.merging(annotations) { $1 }
            }
        }
    }

    @Test func aKeyWithoutLayoutOrRangesIsRefused() throws {
        try expectRefusal { $0["espalier"] = nil }
        try expectRefusal { try change(&$0) { $0["publicInputs"] = nil } }
        try expectRefusal { try change(&$0) { $0["annotations"] = nil } }
    }

    @Test func rangesThatAreNotThoseOfPixelsAreRefused() throws {
        let largest = "\(Int128.max)"
        for runs in [
            [["count": 794, "minimum": "\(Int128.min)", "maximum": largest]],
            [["count": 794, "minimum": "0", "maximum": "256"]],
            [["count": Int.max, "minimum": "0", "maximum": "255"]],
            [["count": -1, "minimum": "0", "maximum": "255"]],
            [["count": 794, "minimum": "255", "maximum": "0"]],
        ] as [[[String: Any]]] {
            try expectRefusal { try change(&$0) { $0["publicInputs"] = runs } }
        }
    }

    @Test func anUnsafeKeyIsRefused() throws {
        try expectRefusal { $0["vk_delta_2"] = $0["vk_gamma_2"] }
        try expectRefusal { $0["IC"] = [[String]]() }
        try expectRefusal { $0["nPublic"] = -1 }
        try expectRefusal { $0["vk_alpha_1"] = ["1", "1", "1"] }
        try expectRefusal { $0["protocol"] = "plonk" }
        try expectRefusal { $0["curve"] = "bls12381" }
    }

    @Test func logitsOfAnyRangeAreReadWithoutACrash() throws {
        let path = try forge {
            try change(&$0) { espalier in
                espalier["publicInputs"] =
                    [
                        ["count": 10, "minimum": "\(Int128.min)", "maximum": "\(Int128.max)"],
                        ["count": 784, "minimum": "0", "maximum": "255"],
                    ] as [[String: Any]]
            }
        }
        let verifier = try NetworkVerifier<BN254>(keyFile: path, allowingDevelopmentKey: true)
        #expect(try verifier.verify(small.proof).isValid)
        var forged = small.proof
        forged.publicValues[0] = BN254.ScalarField(Int128.max)
        #expect(try !verifier.verify(forged).isValid)
    }

    private func forge(_ change: (inout [String: Any]) throws -> Void) throws -> String {
        try directory.rewrite(small.keys.verifyingKeyPath, as: "forged.vkey.json", change)
    }

    private func expectRefusal(
        _ change: (inout [String: Any]) throws -> Void, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let path = try forge(change)
        let error = #expect(throws: FileError.self, sourceLocation: sourceLocation) {
            try NetworkVerifier<BN254>(keyFile: path, allowingDevelopmentKey: true)
        }
        #expect(error?.path == path, sourceLocation: sourceLocation)
    }

    /// Changes the part of a key's file that is the project's own.
    private func change(
        _ key: inout [String: Any], _ body: (inout [String: Any]) throws -> Void
    ) throws {
        var espalier = try #require(key["espalier"] as? [String: Any])
        try body(&espalier)
        key["espalier"] = espalier
    }
}
