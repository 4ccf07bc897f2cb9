import Espalier

extension Trial {
    /// A trial that was never run.
    static func made(
        _ seed: UInt64, accuracy: Double, constraints: Int, recipe: Recipe = .standard, budget: Double = 1
    ) -> Trial {
        let result = Result(
            validationAccuracy: accuracy, constraints: .init(total: constraints, regions: []),
            survivingWeights: 1)
        return Trial(Plan(recipe, budget: budget, seed: seed), result: result, seconds: 1)
    }

    /// Without the time that it took.
    var timeless: Trial { Trial(plan, result: result, failure: failure, seconds: 0) }
}
