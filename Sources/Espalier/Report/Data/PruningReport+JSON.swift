extension PruningReport {
    /// The report as indented JSON with sorted keys, ending in a line break; the same report gives the same
    /// text.
    ///
    /// - Throws: `EncodingError` if a number is not finite.
    public func json() throws -> String { try ReportJSON.text(self) }

    /// Reads a report from JSON.
    ///
    /// - Throws: `DecodingError` naming the place that is wrong.
    public init(json: String) throws { self = try ReportJSON.report(from: json) }
}
