import NeuralNetworks

/// A search for small networks by successive halving, in brackets.
///
/// The first bracket gives a row of standard recipes of growing widths all of their training: the skeleton of a frontier.
/// Every later one begins with many recipes that get a quarter of their training, of which the best third goes on with all
/// of it (Jamieson and Talwalkar, *Non-stochastic Best Arm Identification and Hyperparameter Optimization*, 2016). Best is
/// what nothing else beats in both constraints and accuracy, spread over the frontier. A fourth of the recipes is drawn at
/// random, the rest are neighbours of what is best so far, around the targets where there are any.
///
/// The course follows from the setting, the space, the seed and the options alone.
public struct Tuning: Sendable {
    public struct Options: Hashable, Sendable {
        public var brackets: Int
        /// Recipes that a bracket begins with.
        public var candidates: Int
        /// What is looked for; nothing for the whole frontier.
        public var targets: [SearchTarget]
        /// With how many seeds the chosen recipes are made.
        public var seeds: Int

        /// - Precondition: positive numbers.
        public init(
            brackets: Int = 10, candidates: Int = 12, targets: [SearchTarget] = [], seeds: Int = 1
        ) {
            precondition(brackets > 0 && candidates > 0 && seeds > 0, "a search tries something")
            self.brackets = brackets
            self.candidates = candidates
            self.targets = targets
            self.seeds = seeds
        }
    }

    let log: TrialLog
    let space: SearchSpace
    let options: Options
    private let progress: ProgressHandler

    /// The shares of their training that the recipes of a bracket get, the first bracket's apart.
    private static let budgets = [0.25, 1]
    private static let step = "Tune"

    public init(
        _ log: TrialLog, in space: SearchSpace, _ options: Options = Options(),
        progress: @escaping ProgressHandler = { _ in }
    ) {
        self.log = log
        self.space = space
        self.options = options
        self.progress = progress
    }

    /// Runs all brackets and returns what was chosen.
    ///
    /// - Parameters:
    ///   - deadline: no bracket begins after it.
    ///   - afterBracket: called with the number of brackets done, for results on the way.
    /// - Throws: `FileError` where trials cannot be kept.
    public func run(
        until deadline: ContinuousClock.Instant? = nil, afterBracket: (Int) throws -> Void = { _ in }
    ) throws -> [Chosen] {
        var generator = SeededGenerator(seed: log.setting.seed)
        progress(.running(Self.step, fraction: 0))
        var done = 0
        for bracket in 0..<options.brackets {
            if let deadline, ContinuousClock.now >= deadline { break }
            try run(bracket, recipes(of: bracket, using: &generator))
            done += 1
            try afterBracket(done)
        }
        let brackets = done == 1 ? "1 bracket" : "\(done) brackets"
        progress(.finished(Self.step, summary: "\(brackets), \(log.trials.count) trials"))
        return try choose(progress)
    }

    private func run(_ bracket: Int, _ recipes: [Recipe]) throws {
        var recipes = recipes
        let budgets = bracket == 0 ? [1] : Self.budgets
        for (rung, budget) in budgets.enumerated() {
            let plans = recipes.map { Trial.Plan($0, budget: budget, seed: log.setting.seed) }
            let best = bestText
            let trials = try log.run(plans) { share in
                let done = (Double(rung) + share) / Double(budgets.count)
                progress(
                    .running(
                        Self.step, fraction: (Double(bracket) + done) / Double(options.brackets),
                        detail: "bracket \(bracket + 1) of \(options.brackets)\(best)"))
            }
            recipes = Ranking.order(trials).prefix(max(1, recipes.count / 3)).map(\.plan.recipe)
        }
    }

    /// Returns the recipes that a bracket begins with.
    private func recipes(of bracket: Int, using generator: inout SeededGenerator) -> [Recipe] {
        guard bracket > 0 else { return space.skeleton(options.candidates) }
        let parents = parents()
        var recipes: [Recipe] = []
        var tried: Set<Recipe> = []
        for index in 0..<options.candidates {
            // A space may be smaller than a bracket, which then begins with fewer recipes.
            for _ in 0..<20 {
                let recipe =
                    parents.isEmpty || index % 4 == 0
                    ? space.sample(using: &generator)
                    : space.neighbour(of: parents.randomElement(using: &generator)!, using: &generator)
                guard tried.insert(recipe).inserted else { continue }
                recipes.append(recipe)
                break
            }
        }
        return recipes
    }

    /// The recipes in whose neighbourhood it goes on: the frontier, of it what is near a target where there are targets.
    private func parents() -> [Recipe] {
        let full = log.trials.filter { $0.plan.budget >= 1 && $0.result != nil }
        let frontier = full.filter { candidate in !full.contains { Ranking.dominates($0, candidate) } }
        guard !options.targets.isEmpty else { return frontier.map(\.plan.recipe) }
        return options.targets.flatMap { target in
            Self.nearest(to: target, in: full).map(\.plan.recipe)
        }
    }

    /// The best trials that meet a target, and those that miss it by least.
    private static func nearest(to target: SearchTarget, in trials: [Trial]) -> [Trial] {
        let good = trials.filter { target.isMet(by: $0.result!) }.sorted {
            target.prefers($0.result!, to: $1.result!)
        }
        let missed = trials.filter { !target.isMet(by: $0.result!) }.sorted { a, b in
            switch target {
            case .accuracy: a.result!.validationAccuracy > b.result!.validationAccuracy
            case .constraints: a.result!.constraints.total < b.result!.constraints.total
            }
        }
        return Array(good.prefix(3) + missed.prefix(2))
    }

    /// The best so far, for the line of progress.
    private var bestText: String {
        let full = log.trials.filter { $0.plan.budget >= 1 }
        let target = options.targets.first ?? .accuracy(0)
        let best = full.compactMap(\.result).filter(target.isMet).min { target.prefers($0, to: $1) }
        guard let best, !options.targets.isEmpty else { return "" }
        return ", \(target.text): \(NumberText.grouped(best.constraints.total))"
    }
}
