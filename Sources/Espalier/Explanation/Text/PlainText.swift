/// Lines of text with blanks where columns need them.
enum PlainText {
    /// Two or more columns, the cells of each beginning one below the other; two blanks in front of each line.
    static func columns(_ rows: [[String]]) -> String {
        var widths: [Int] = []
        for row in rows {
            for (index, cell) in row.enumerated() {
                if index == widths.count { widths.append(0) }
                widths[index] = max(widths[index], cell.count)
            }
        }
        return rows.map { row in
            var line = " "
            for (index, cell) in row.enumerated() {
                line += " " + cell
                if index < row.count - 1 {
                    line += String(repeating: " ", count: widths[index] - cell.count)
                }
            }
            while line.last == " " { line.removeLast() }
            return line.onSingleLine + "\n"
        }.joined()
    }

    /// The words on lines of at most `width` characters, unless a word is longer; `indent` blanks before each.
    static func wrapped(_ text: String, width: Int = 100, indent: Int = 0) -> String {
        let margin = String(repeating: " ", count: indent)
        var lines = [margin]
        for word in text.onSingleLine.split(separator: " ") {
            let last = lines[lines.count - 1]
            if last == margin {
                lines[lines.count - 1] += word
            } else if last.count + 1 + word.count > width {
                lines.append(margin + word)
            } else {
                lines[lines.count - 1] += " " + word
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
