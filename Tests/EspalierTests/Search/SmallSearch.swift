import Espalier

/// A search among networks that are made in a blink.
enum SmallSearch {
    static let dataset = DrawnDigits.standard(trainCount: 400, testCount: 100)
    static let validationCount = 120

    static func setting(
        _ options: CompileOptions = CompileOptions(), seed: UInt64 = 1
    ) -> SearchSetting {
        SearchSetting(
            dataset: "digits", validationCount: validationCount, options: options, seed: seed,
            dataArguments: " --data digits")
    }

    static func log(
        _ directory: String, _ options: CompileOptions = CompileOptions(), seed: UInt64 = 1
    ) throws -> TrialLog {
        try TrialLog(setting(options, seed: seed), dataset: dataset, directory: directory)
    }

    /// A space whose recipes train for little.
    static func space(_ options: CompileOptions = CompileOptions()) -> SearchSpace {
        var space = SearchSpace(options, activation: .relu, images: dataset.test)
        space.hidden = 2...6
        space.roundedEpochs = [2, 3]
        return space
    }
}
