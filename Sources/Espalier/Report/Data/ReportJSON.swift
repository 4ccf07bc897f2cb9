#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The one form that reports have as JSON: indented, with sorted keys, ending in a line break.
enum ReportJSON {
    /// The report as text; the same report gives the same text.
    ///
    /// - Throws: `EncodingError` if a number is not finite.
    static func text(_ report: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
    }

    /// Reads a report.
    ///
    /// - Throws: `DecodingError` naming the place that is wrong.
    static func report<Report: Decodable>(_ type: Report.Type = Report.self, from text: String) throws
        -> Report
    {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
