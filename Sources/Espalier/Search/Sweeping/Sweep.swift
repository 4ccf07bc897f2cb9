/// Tries every recipe of a grid.
public struct Sweep: Sendable {
    let log: TrialLog
    let grid: RecipeGrid
    private let seeds: Int
    private let progress: ProgressHandler
    private static let step = "Sweep"

    /// - Parameter seeds: how many networks are made of each recipe, positive.
    /// - Throws: `RecipeGridError.flaw` where a recipe does not fit the images.
    public init(
        _ log: TrialLog, over grid: RecipeGrid, seeds: Int = 1,
        progress: @escaping ProgressHandler = { _ in }
    ) throws(RecipeGridError) {
        precondition(seeds > 0, "a sweep tries something")
        try grid.requireFit(to: log.testImages)
        self.log = log
        self.grid = grid
        self.seeds = seeds
        self.progress = progress
    }

    /// Runs all trials and returns the frontier of the first seed, measured on the test images.
    ///
    /// - Throws: `FileError` where trials cannot be kept.
    public func run() throws -> [Tuning.Chosen] {
        let plans = (0..<seeds).flatMap { offset in
            grid.recipes.map { Trial.Plan($0, seed: log.setting.seed &+ UInt64(offset)) }
        }
        progress(.running(Self.step, fraction: 0))
        _ = try log.run(plans) { share in
            progress(.running(Self.step, fraction: share, detail: "\(plans.count) trials"))
        }
        progress(.finished(Self.step, summary: "\(plans.count) trials"))
        // Nothing is drawn: choosing needs no space.
        let tuning = Tuning(
            log, in: SearchSpace(log.setting.options, activation: .relu, images: log.testImages),
            Tuning.Options(seeds: seeds))
        return try tuning.choose(progress)
    }
}
