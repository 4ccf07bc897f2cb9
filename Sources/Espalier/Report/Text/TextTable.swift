/// A table of aligned columns for the terminal.
///
/// ```
/// Constraints per region
/// Region    Private  Embedded
/// ───────────────────────────
/// layer1     95,120         0
/// ```
public struct TextTable: Sendable, Hashable {
    /// On which side the cells of a column begin.
    public enum Alignment: Sendable, Hashable {
        case left, right
    }

    /// A heading and the side on which its cells are aligned.
    public struct Column: Sendable, Hashable {
        public var heading: String
        public var alignment: Alignment

        public init(_ heading: String, _ alignment: Alignment = .left) {
            self.heading = heading
            self.alignment = alignment
        }
    }

    public var title: String?
    public let columns: [Column]
    public private(set) var rows: [Row] = []

    /// What stands below the headings.
    public enum Row: Sendable, Hashable {
        case cells([String])
        case rule
    }

    public init(title: String? = nil, columns: [Column]) {
        self.title = title
        self.columns = columns
    }

    /// Appends a row. Line breaks and other control characters become spaces.
    ///
    /// - Precondition: one cell per column.
    public mutating func append(_ cells: [String]) {
        precondition(cells.count == columns.count, "one cell per column")
        rows.append(.cells(cells.map(\.onSingleLine)))
    }

    /// Appends a horizontal rule.
    public mutating func appendRule() {
        rows.append(.rule)
    }

    /// The table as lines of text, each with a line break at its end and no blanks before it.
    public func rendered() -> String {
        let headings = columns.map(\.heading.onSingleLine)
        var widths = headings.map(\.count)
        for case .cells(let cells) in rows {
            for (index, cell) in cells.enumerated() { widths[index] = max(widths[index], cell.count) }
        }
        let gap = 2
        let rule = String(repeating: "─", count: widths.reduce(0, +) + gap * max(0, widths.count - 1))
        var lines: [String] = title.map { [$0.onSingleLine] } ?? []
        lines.append(line(headings, widths: widths, gap: gap))
        lines.append(rule)
        for row in rows {
            switch row {
            case .cells(let cells): lines.append(line(cells, widths: widths, gap: gap))
            case .rule: lines.append(rule)
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func line(_ cells: [String], widths: [Int], gap: Int) -> String {
        var text = ""
        for (index, cell) in cells.enumerated() {
            let padding = String(repeating: " ", count: widths[index] - cell.count)
            if index > 0 { text += String(repeating: " ", count: gap) }
            text += columns[index].alignment == .right ? padding + cell : cell + padding
        }
        while text.last == " " { text.removeLast() }
        return text
    }
}
