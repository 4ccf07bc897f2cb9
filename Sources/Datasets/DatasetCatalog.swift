import Foundation

/// The data sets that Espalier knows by name: `mnist`, `fashion-mnist`, and `digits`, which are drawn.
public struct DatasetCatalog: Sendable {
    /// Where fetched files are kept.
    public let cacheDirectory: String
    let entries: [CatalogEntry]

    /// - Parameter cacheDirectory: where fetched files are kept; otherwise `$ESPALIER_CACHE`,
    ///   `$XDG_CACHE_HOME/espalier` or `~/.cache/espalier`, the first that is set.
    public init(cacheDirectory: String? = nil) {
        self.init(
            cacheDirectory: cacheDirectory, environment: ProcessInfo.processInfo.environment,
            entries: CatalogEntry.known)
    }

    package init(cacheDirectory: String?, environment: [String: String], entries: [CatalogEntry]) {
        func setting(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        self.cacheDirectory =
            cacheDirectory ?? setting("ESPALIER_CACHE")
            ?? setting("XDG_CACHE_HOME").map { "\($0)/espalier" }
            ?? "\(setting("HOME") ?? NSHomeDirectory())/.cache/espalier"
        self.entries = entries
    }

    /// The names that `load` accepts.
    public var names: [String] { entries.map(\.name) + [DrawnDigits.name] }

    /// Returns a data set: from the user's directory, from the cache, or fetched.
    ///
    /// Every file must have the checksum that the catalogue knows, wherever it lies. Fetched files are
    /// kept in the cache; a damaged one there is named to `progress` and fetched again. Where there is no
    /// network this fails within seconds.
    ///
    /// - Parameters:
    ///   - name: one of `names`.
    ///   - directory: a directory with the files, packed (`.gz`) or not, taken before anything else.
    /// - Throws: `DatasetError`; `.unavailable` lists everything that was tried.
    public func load(
        _ name: String, from directory: String? = nil, progress: (FetchEvent) -> Void = { _ in }
    ) throws(DatasetError) -> Dataset {
        if name == DrawnDigits.name { return DrawnDigits.standard() }
        guard let entry = entries.first(where: { $0.name == name }) else {
            throw DatasetError(.unknownName(known: names), file: name)
        }
        let outcome = withoutActuallyEscaping(progress) { progress in
            var fetcher = DatasetFetcher(
                entry: entry, cache: "\(cacheDirectory)/\(name)", userDirectory: directory,
                progress: progress)
            return Result { () throws(DatasetError) in try fetcher.fetch() }
        }
        return try outcome.get()
    }
}
