extension Benchmark {
    /// What was measured.
    public struct Result: Codable, Hashable, Sendable {
        public var curve: CurveName
        public var constraints: Int
        public var domainSize: Int
        public var publicValues: Int
        public var cores: Int
        /// Which implementation of field arithmetic ran.
        public var backend: String
        public var steps: [Step]
    }

    /// The seconds of one step over its runs.
    public struct Step: Codable, Hashable, Sendable {
        public var name: String
        public var median: Double
        public var least: Double
        public var most: Double

        /// - Precondition: there is at least one time.
        init(name: String, seconds: [Double]) {
            let sorted = seconds.sorted()
            self.name = name
            median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
            least = sorted[0]
            most = sorted[sorted.count - 1]
        }

        /// Steps with their medians and extremes.
        package static func table(_ steps: [Step], title: String) -> TextTable {
            var table = TextTable(
                title: title,
                columns: [
                    .init("Step"), .init("Median", .right), .init("Least", .right), .init("Most", .right),
                ])
            for step in steps {
                table.append(
                    [step.name]
                        + [step.median, step.least, step.most].map { NumberText.duration(seconds: $0) })
            }
            return table
        }
    }
}
