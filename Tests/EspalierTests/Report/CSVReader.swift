/// A small strict reader of comma-separated values (RFC 4180, LF line ends).
struct CSVReader {
    private(set) var rows: [[String]] = []
    /// Whether the text ends where a row ends, and quotation marks stand only where they may.
    private(set) var isWellFormed = true

    init(_ text: String) {
        var row: [String] = []
        var rest = text.unicodeScalars[...]
        while !rest.isEmpty {
            var field = String.UnicodeScalarView()
            if rest.first == "\"" {
                rest.removeFirst()
                while let next = rest.popFirst() {
                    if next != "\"" {
                        field.append(next)
                    } else if rest.first == "\"" {
                        rest.removeFirst()
                        field.append(next)
                    } else {
                        break
                    }
                }
            } else {
                while let next = rest.first, next != ",", next != "\n" {
                    if next == "\"" { isWellFormed = false }
                    field.append(rest.removeFirst())
                }
            }
            row.append(String(field))
            switch rest.popFirst() {
            case ",": continue
            case "\n":
                rows.append(row)
                row = []
            default: isWellFormed = false
            }
        }
        if !row.isEmpty { isWellFormed = false }
    }

    /// The fields of a column, or nil if there is none of that name.
    func column(_ name: String) -> [String]? {
        rows.first?.firstIndex(of: name).map { index in rows.dropFirst().map { $0[index] } }
    }
}
