import Espalier
import Foundation

/// Texts, and a file of which nobody knows what it is.
extension FuzzedReader {
    /// What is written of an equation is the equation.
    static let equation = FuzzedReader(
        "equation",
        samples: {
            ["x^4 + 2*x + 7 == 50", "-(x - 3.25)^2 * y = 2*y^3 - 4", "x*y*z == 6"].map { Array($0.utf8) }
        }
    ) { bytes in
        var options = Explanation.Options()
        options.isProved = false
        _ = try Explanation(of: String(decoding: bytes, as: UTF8.self), options)
        return bytes
    }

    static let recipes = FuzzedReader(
        "recipes",
        samples: {
            [
                #"{ "hidden": [8, [12, 4]], "windowBits": [7, null], "sparsity": [0, 0.4] }"#,
                #"{ "activation": "square", "skip": [true, false], "learningRate": 1e-3 }"#,
            ].map { Array($0.utf8) }
        }
    ) { bytes in
        // Many recipes are one file, which has no writer: what is written is the file.
        for recipe in try RecipeGrid(json: bytes).recipes { _ = recipe.flaw(for: fuzzedImages) }
        return bytes
    }

    private static let fuzzedImages = LabeledImages(
        width: 2, height: 2, classCount: 2, pixels: [0, 1, 2, 3], labels: [1])

    static let journal = FuzzedReader("journal") {
        let result = Trial.Result(
            validationAccuracy: 0.75,
            constraints: .init(total: 7, regions: [.init(name: "a", constraints: 7)]),
            survivingWeights: 3)
        return [
            try lines([
                Trial(.init(.standard, budget: 0.5, seed: 1), result: result, seconds: 1.5),
                Trial(.init(.standard, seed: 2), result: nil, failure: "diverged", seconds: 2),
            ])
        ]
    } rewrite: { bytes in
        let trials = try ScratchFile.with(bytes) { try Journal<Trial>($0).records }
        for trial in trials { precondition(!trial.id.isEmpty, "a trial has a name") }
        return try lines(trials)
    }

    private static func lines(_ trials: [Trial]) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try trials.flatMap { Array(try encoder.encode($0)) + [0x0a] }
    }

    /// What `espalier inspect` says of a file of any kind; it writes none.
    static let inspection = FuzzedReader("inspect") {
        let others: [FuzzedReader] = [
            .r1cs, .witness, .provingKey, .verifyingKey, .proof, .publicInputs, .registration,
            .inputCommitment, .circuitDescription, .floatNetwork, .integerNetwork, .array, .greyMap,
            .indexedImages,
        ]
        return try others.flatMap { try $0.samples() }
    } rewrite: { bytes in
        let text = try ScratchFile.with(bytes) { try Inspection(of: $0).text() }
        precondition(!text.isEmpty, "a file has a description")
        return bytes
    }
}
