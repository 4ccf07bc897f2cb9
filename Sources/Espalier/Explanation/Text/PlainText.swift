/// Lines of text with blanks where columns need them.
enum PlainText {
    /// Columns whose cells begin one below the other, with two blanks in front of each line. The words of the last
    /// cell go on further lines where there are too many for `width`.
    static func columns(_ rows: [[String]], width: Int = 100) -> String {
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
            guard line.count > width, let last = row.last else { return line.onSingleLine + "\n" }
            let indent = line.count - last.count
            let tail = wrapped(last, width: width, indent: indent).drop { $0 == " " }
            return String(line.prefix(indent)).onSingleLine + tail
        }.joined()
    }

    /// Rows with their numbers in front, counted from 1.
    static func numbered(_ rows: [[String]]) -> [[String]] {
        let width = String(rows.count).count
        return rows.enumerated().map { index, row in
            let number = String(index + 1)
            return [String(repeating: " ", count: width - number.count) + number + " "] + row
        }
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
