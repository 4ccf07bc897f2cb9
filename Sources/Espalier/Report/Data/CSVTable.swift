/// Rows of fields as comma-separated values (RFC 4180, LF line ends).
package struct CSVTable: Sendable, Hashable {
    /// The heading first.
    package var rows: [[String]]

    /// - Parameter heading: the names of the columns.
    package init(heading: [String]) {
        rows = [heading]
    }

    package mutating func append(_ row: [String]) {
        rows.append(row)
    }

    /// The table as text; fields with a comma, a quotation mark or a line break stand in quotation marks.
    package func rendered() -> String {
        rows.map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
    }

    private static func quoted(_ field: String) -> String {
        let isPlain = field.unicodeScalars.allSatisfy { !["\"", ",", "\n", "\r"].contains($0) }
        return isPlain
            ? field
            : "\""
                + field.split(separator: "\"", omittingEmptySubsequences: false)
                .joined(separator: "\"\"") + "\""
    }
}
