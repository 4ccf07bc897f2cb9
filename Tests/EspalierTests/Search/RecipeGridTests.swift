import Espalier
import Testing

@Suite struct RecipeGridTests {
    private func recipes(_ text: String) throws -> [Recipe] {
        try RecipeGrid(json: Array(text.utf8)).recipes
    }

    @Test func allCombinations() throws {
        let recipes = try recipes(
            #"{ "hidden": [8, [12, 6]], "windowBits": [7, null], "sparsity": [0, 0.4, 0.75], "roundedEpochs": 30 }"#
        )
        var expected: [Recipe] = []
        for hidden in [[8], [12, 6]] {
            for sparsity in [0, 0.4, 0.75] {
                for windowBits in [7, nil] {
                    var recipe = Recipe.standard
                    recipe.hidden = hidden
                    recipe.windowBits = windowBits
                    recipe.sparsity = sparsity
                    recipe.roundedEpochs = 30
                    expected.append(recipe)
                }
            }
        }
        // Names by the alphabet, the last changing fastest.
        #expect(recipes == expected)
    }

    /// A short text that asks for a hundred thousand recipes: refused before any is made.
    @Test func shortTextsDoNotMakeManyRecipes() throws {
        let ones = "[" + Array(repeating: "1", count: 10).joined(separator: ",") + "]"
        let names = ["epochs", "prunedEpochs", "pruningSteps", "roundedEpochs", "stepEpochs"]
        func text(_ count: Int) -> String {
            "{" + names.prefix(count).map { "\"\($0)\":\(ones)" }.joined(separator: ",") + "}"
        }
        #expect(text(5).utf8.count < 200)
        #expect(try recipes(text(3)).count == 1000)
        #expect(throws: RecipeGridError.tooMany) { try recipes(text(5)) }
    }

    @Test func singleValues() throws {
        var expected = Recipe.standard
        expected.hidden = [9]
        expected.activation = .square
        expected.skip = false
        expected.criterion = .movement
        expected.windowBits = nil
        expected.learningRate = 1e-3
        let text = """
            {"hidden": 9, "activation": "square", "skip": false, "criterion": "movement", "windowBits": null,
             "learningRate": 1e-3}
            """
        #expect(try recipes(text) == [expected])
        #expect(try recipes("{}") == [.standard])
        #expect(try recipes(#"{"hidden": [[8, 12]]}"#).map(\.hidden) == [[8, 12]])
    }

    @Test(arguments: [
        ("", "JSON object"), ("[]", "JSON object"), ("{", "JSON object"), ("7", "JSON object"),
        (#"{"hidden": [8]} x"#, "JSON object"), (#"{"epochs": 1e999}"#, "JSON object"),
        (#"{"width": 8}"#, #"no choice of the name "width""#), (#"{"": 8}"#, "no choice"),
        (#"{"sparsity": []}"#, "sparsity has no values"), (#"{"hidden": []}"#, "hidden has no values"),
        (#"{"sparsity": "half"}"#, "value of sparsity"), (#"{"epochs": [1, 1.5]}"#, "value of epochs"),
        (#"{"epochs": null}"#, "value of epochs"), (#"{"hidden": null}"#, "value of hidden"),
        (#"{"hidden": [[8, "x"]]}"#, "value of hidden"), (#"{"skip": 1}"#, "value of skip"),
        (#"{"activation": "tanh"}"#, "value of activation"), (#"{"epochs": 1e30}"#, "value of epochs"),
        (#"{"windowBits": [true]}"#, "value of windowBits"), (#"{"sparsity": [[0.1]]}"#, "value of sparsity"),
        (#"{"shift": {"a": 1}}"#, "value of shift"),
    ])
    func whatIsNoGridIsExplained(text: String, words: String) {
        let error = #expect(throws: RecipeGridError.self) { try recipes(text) }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
        #expect(error.flatMap { ErrorSentence($0) } != nil)
    }

    @Test func tooManyAreRefusedAtOnce() {
        let values = (1...50).map(String.init).joined(separator: ", ")
        let names = ["epochs", "stepEpochs", "prunedEpochs"]
        let text = "{" + names.map { "\"\($0)\": [\(values)]" }.joined(separator: ", ") + "}"
        #expect(throws: RecipeGridError.tooMany) { try recipes(text) }
    }

    @Test func everyRecipeHasToFitTheImages() throws {
        let grid = try RecipeGrid(json: Array(#"{"boxSide": [1, 2, 3]}"#.utf8))
        let error = #expect(throws: RecipeGridError.self) {
            try grid.requireFit(to: SmallSearch.dataset.test)
        }
        #expect(error?.description.contains("boxSide takes 1") == true)
        try RecipeGrid(json: Array(#"{"boxSide": [1, 2, 4]}"#.utf8)).requireFit(to: SmallSearch.dataset.test)
    }
}
