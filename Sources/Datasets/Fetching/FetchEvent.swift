/// What happens while a data set is looked for.
public enum FetchEvent: Hashable, Sendable, CustomStringConvertible {
    case trying(source: String)
    case failed(source: String, reason: String)
    /// A file was found and its checksum is right.
    case got(file: String, source: String)
    /// A file is good but could not be kept in the cache.
    case notKept(file: String, reason: String)

    public var description: String {
        switch self {
        case .trying(let source): "trying \(source)"
        case .failed(let source, let reason): "\(source): \(reason)"
        case .got(let file, let source): "got \(file) from \(source)"
        case .notKept(let file, let reason): "\(file) could not be kept in the cache: \(reason)"
        }
    }
}

/// A place that was tried for a data set and why it did not serve.
public struct FetchAttempt: Hashable, Sendable {
    public let source: String
    public let reason: String

    public init(source: String, reason: String) {
        self.source = source
        self.reason = reason
    }
}
