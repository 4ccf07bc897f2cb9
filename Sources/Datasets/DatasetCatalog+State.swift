import Foundation

extension DatasetCatalog {
    /// Where a data set would come from.
    public enum State: String, Hashable, Sendable {
        /// All files lie in the cache; they are checked when they are read.
        case cached
        /// Drawn when it is asked for.
        case drawn
        case toFetch = "to fetch"
    }

    /// Returns where the data set of that name would come from.
    public func state(of name: String) -> State {
        guard let entry = entries.first(where: { $0.name == name }) else { return .drawn }
        let files = [entry.trainImages, entry.trainLabels, entry.testImages, entry.testLabels]
        let isCached = files.allSatisfy {
            FileManager.default.fileExists(atPath: "\(cacheDirectory)/\(name)/\($0.name)")
        }
        return isCached ? .cached : .toFetch
    }
}
