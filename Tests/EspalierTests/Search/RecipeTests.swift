import Espalier
import Foundation
import Testing

/// Recipes: what is wrong with one, and that the commands it writes down make its network.
@Suite struct RecipeTests {
    /// The printed commands, run by the tool itself, give the very network.
    @Test(arguments: [0, 1, 2]) func commandsMakeTheNetwork(_ index: Int) throws {
        let cases: [(Recipe, CompileOptions)] = [
            (
                .tiny(hidden: [6]) {
                    $0.skip = false
                    $0.inputBits = 2
                    $0.pixelSparsity = 0.3
                    $0.sparsity = 0.6
                    $0.blockRows = 2
                }, CompileOptions(weights: .committed, input: .committed, output: .class)
            ),
            (
                .tiny(hidden: [5, 4]) {
                    $0.boxSide = 2
                    $0.windowBits = nil
                    $0.weightBits = 8
                    $0.criterion = .movement
                }, CompileOptions()
            ),
            (
                .tiny {
                    $0.activation = .square
                    $0.inputBits = 4
                    $0.weightBits = 8
                    $0.criterion = .random
                    $0.shift = 2
                    $0.learningRate = 0.0000123
                    $0.roundingRate = 1.0 / 3
                }, CompileOptions(weights: .private, output: .class)
            ),
        ]
        let (recipe, options) = cases[index]
        let tool = try #require(CommandLineTool())
        let directory = try ScratchDirectory()
        // Most of the digits are held out, so that little is trained on.
        let occasion = Recipe.Occasion(
            seed: 3, options: options, validationCount: 11_400, dataArguments: " --data digits")
        for command in recipe.commands(occasion, name: directory("r")) {
            let words = command.split(separator: " ").map(String.init)
            #expect(words[0] == "espalier")
            let outcome = try tool.run(Array(words.dropFirst()))
            #expect(outcome.status == 0, "\(command): \(outcome.errors)")
        }
        let training = DrawnDigits.standard().validating(on: 11_400).train
        let made = try recipe.network(
            on: training, hidesWeights: options.weights != .embedded, seed: 3)
        #expect(try IntegerNetwork(contentsOf: directory("r.int.onnx")) == made.integers)
        try made.integers.write(to: directory("direct.int.onnx"))
        #expect(
            try ArtifactFile.read(directory("direct.int.onnx")) == ArtifactFile.read(directory("r.int.onnx")))
        let circuit = try made.integers.compiled(options, over: BN254Fields.Scalar.self).circuit
        let file = try CircuitFile<BN254>(contentsOf: directory("r.r1cs"))
        #expect(file.description.constraints == circuit.constraintCount)
    }

    @Test func flawsAreNamed() {
        let images = SmallSearch.dataset.test
        #expect(Recipe.standard.flaw(for: images) == nil)
        let changes: [(String, (inout Recipe) -> Void)] = [
            ("hidden", { $0.hidden = [] }), ("hidden", { $0.hidden = [4, 0] }),
            ("inputBits", { $0.inputBits = 9 }), ("boxSide", { $0.boxSide = 3 }),
            ("boxSide", { $0.boxSide = 0 }), ("pixelSparsity", { $0.pixelSparsity = 1 }),
            ("sparsity", { $0.sparsity = -0.1 }), ("sparsity", { $0.sparsity = .nan }),
            (
                "movement",
                {
                    $0.criterion = .movement
                    $0.pruningSteps = 1
                }
            ), ("blockRows", { $0.blockRows = 0 }), ("pruningSteps", { $0.pruningSteps = 0 }),
            ("weightBits", { $0.weightBits = 1 }), ("windowBits", { $0.windowBits = 33 }),
            ("epochs", { $0.epochs = 0 }), ("stepEpochs", { $0.stepEpochs = 0 }),
            ("prunedEpochs", { $0.prunedEpochs = -1 }), ("roundedEpochs", { $0.roundedEpochs = 10_001 }),
            ("learningRate", { $0.learningRate = 0 }), ("pruningRate", { $0.pruningRate = 1.5 }),
            // In single precision it is no rate at all.
            ("roundingRate", { $0.roundingRate = 1e-60 }), ("roundingRate", { $0.roundingRate = .infinity }),
            ("shift", { $0.shift = 9 }),
        ]
        for (name, change) in changes {
            var recipe = Recipe.standard
            change(&recipe)
            #expect(recipe.flaw(for: images)?.contains(name) == true, "\(name)")
        }
    }

    @Test func shorterTrainingHasAPassAtLeast() {
        let recipe = Recipe.standard.shortened(to: 0.125)
        #expect(recipe.epochs == 1 && recipe.stepEpochs == 1)
        #expect(recipe.prunedEpochs == 1 && recipe.roundedEpochs == 5)
        #expect(Recipe.standard.shortened(to: 1) == .standard)
    }

    @Test func plansHaveNamesOfTheirOwn() {
        let plans = [
            Trial.Plan(.standard, seed: 1), Trial.Plan(.standard, seed: 2),
            Trial.Plan(.standard, budget: 0.5, seed: 1), Trial.Plan(.tiny(), seed: 1),
        ]
        #expect(Set(plans.map(\.id)).count == 4)
        #expect(plans.allSatisfy { $0.id.count == 10 && $0.id.allSatisfy(\.isHexDigit) })
        #expect(plans[0].id == Trial.Plan(.standard, seed: 1).id)
    }
}
