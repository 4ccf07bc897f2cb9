public import NetworkCompiler

/// What all trials of a search share: the images, what a proof shall hide, and the seed.
public struct SearchSetting: Hashable, Codable, Sendable {
    /// The data set's name.
    public var dataset: String
    /// Images held out of the training images, to choose by.
    public var validationCount: Int
    public var options: CompileOptions
    /// Of the search, and of every trial that is not repeated with others.
    public var seed: UInt64
    /// The options that name the data set in commands.
    public var dataArguments: String

    public init(
        dataset: String, validationCount: Int = 10_000, options: CompileOptions = CompileOptions(),
        seed: UInt64 = 1, dataArguments: String = ""
    ) {
        self.dataset = dataset
        self.validationCount = validationCount
        self.options = options
        self.seed = seed
        self.dataArguments = dataArguments
    }

    func occasion(seed: UInt64) -> Recipe.Occasion {
        Recipe.Occasion(
            seed: seed, options: options, validationCount: validationCount, dataArguments: dataArguments)
    }

    /// In words, for reports.
    var choices: [ReportedChoice] {
        [
            ReportedChoice("weights", options.weights.rawValue),
            ReportedChoice("image", options.input.rawValue),
            ReportedChoice("answer", options.output.rawValue),
        ]
    }
}
