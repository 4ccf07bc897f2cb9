/// What a search for small networks found: every candidate with its accuracy and its compiled constraints, and
/// everything needed to make any of them again.
public struct SearchReport: Codable, Hashable, Sendable {
    /// What was searched, as the heading of the page.
    public var title: String
    public var dataset: Dataset
    /// What all candidates share: weights, input, activation, output.
    public var setting: [ReportedChoice]
    /// The seed of the search itself.
    public var seed: UInt64
    /// The command that repeats the whole search.
    public var command: String
    public var seconds: Double
    /// The candidates in the order in which they were tried.
    public var points: [Point]
    /// Why candidates came to nothing.
    public var failures: [Failure]
    /// What the chosen candidates look like inside, in the order in which they are shown.
    public var networks: [Network]
    /// The figures of others to compare with.
    public var published: [Published]

    /// - Parameter published: by default the paper's figures where the images are the paper's, or none.
    public init(
        title: String, dataset: Dataset, setting: [ReportedChoice] = [], seed: UInt64, command: String,
        seconds: Double, points: [Point], failures: [Failure] = [], networks: [Network] = [],
        published: [Published]? = nil
    ) {
        self.title = title
        self.dataset = dataset
        self.setting = setting
        self.seed = seed
        self.command = command
        self.seconds = seconds
        self.points = points
        self.failures = failures
        self.networks = networks
        self.published =
            published ?? (PublishedFigures.datasetNote(for: dataset.name) == nil ? Published.paper : [])
    }
}
