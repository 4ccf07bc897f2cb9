import Espalier

extension Recipe {
    /// The standard recipe with next to no training.
    static func tiny(hidden: [Int] = [4], _ change: (inout Recipe) -> Void = { _ in }) -> Recipe {
        var recipe = Recipe.standard
        recipe.hidden = hidden
        recipe.pruningSteps = 2
        recipe.epochs = 2
        recipe.stepEpochs = 1
        recipe.prunedEpochs = 1
        recipe.roundedEpochs = 2
        change(&recipe)
        return recipe
    }
}
