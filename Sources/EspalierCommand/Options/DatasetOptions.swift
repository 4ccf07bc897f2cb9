import ArgumentParser
import Espalier

/// Which images a verb works on.
struct DatasetOptions: ParsableArguments {
    @Option(name: .customLong("data"), help: "Data set: mnist, fashion-mnist, or digits (drawn, no network).")
    var name = "mnist"

    @Option(name: .customLong("data-directory"), help: "A directory that holds the data set's files.")
    var directory: String?

    @Option(
        name: .customLong("cache"), help: "Where fetched data sets are kept (default: ~/.cache/espalier).")
    var cache: String?

    /// These options again, for a command that comes next; empty for the default ones.
    var arguments: String {
        var words: [String] = []
        if name != "mnist" { words += ["--data", name] }
        if let directory { words += ["--data-directory", directory] }
        if let cache { words += ["--cache", cache] }
        return words.map { " " + FileName.quoted($0) }.joined()
    }

    func load(progress: @escaping ProgressHandler) throws -> Dataset {
        try Dataset.load(name, from: directory, cache: cache, progress: progress)
    }
}
