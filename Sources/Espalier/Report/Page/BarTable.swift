/// One bar per row, as long as its value: to the right of the axis if positive, to the left if negative.
struct BarTable: Sendable {
    struct Row: Sendable {
        var name: String
        var value: Double
        /// The value as it is written beside the bar.
        var text: String
        var isWinner = false
    }

    var caption: String
    var rows: [Row]

    var table: HTML {
        let lowest = min(0, rows.map(\.value).min() ?? 0)
        let span = max(1, max(0, rows.map(\.value).max() ?? 0) - lowest)
        return HTML("table", ["class": "bars"]) {
            HTML("caption", caption)
            HTML("tbody") {
                for row in rows {
                    HTML("tr", ["class": row.isWinner ? "winner" : "other"]) {
                        HTML("th", ["scope": "row"], row.name)
                        HTML("td", ["class": "bar"]) {
                            HTML("span", ["style": Self.style(row.value, lowest: lowest, span: span)])
                        }
                        HTML("td", ["class": "number"], row.text)
                    }
                }
            }
        }
    }

    private static func style(_ value: Double, lowest: Double, span: Double) -> String {
        let start = (min(value, 0) - lowest) / span * 100
        let width = abs(value) / span * 100
        return "margin-left:\(plain(start))%;width:\(plain(width))%"
    }

    private static func plain(_ percentage: Double) -> String {
        NumberText.fixed(percentage, decimals: 2)
    }
}
