#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension PruningReport {
    /// The report as indented JSON with sorted keys, ending in a line break; the same report gives the same
    /// text.
    ///
    /// - Throws: `EncodingError` if a number is not finite.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }

    /// Reads a report from JSON.
    ///
    /// - Throws: `DecodingError` naming the place that is wrong.
    public init(json: String) throws {
        self = try JSONDecoder().decode(PruningReport.self, from: Data(json.utf8))
    }
}
