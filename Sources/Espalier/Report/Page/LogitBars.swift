/// One bar per class, as long as its logit: to the right of the axis if positive, to the left if negative.
struct LogitBars: Sendable {
    let logits: [Int64]
    let predictedClass: Int

    var table: HTML {
        let lowest = min(0, Double(logits.min() ?? 0))
        let span = max(1, max(0, Double(logits.max() ?? 0)) - lowest)
        return HTML("table", ["class": "logits"]) {
            HTML("caption", "What the proof shows: one integer per class")
            HTML("tbody") {
                for (index, logit) in logits.enumerated() {
                    HTML("tr", ["class": index == predictedClass ? "winner" : "other"]) {
                        HTML("th", ["scope": "row"], "\(index)")
                        HTML("td", ["class": "bar"]) {
                            HTML("span", ["style": style(Double(logit), lowest: lowest, span: span)])
                        }
                        HTML("td", ["class": "number"], NumberText.grouped(logit))
                    }
                }
            }
        }
    }

    private func style(_ logit: Double, lowest: Double, span: Double) -> String {
        let start = (min(logit, 0) - lowest) / span * 100
        let width = abs(logit) / span * 100
        return "margin-left:\(plain(start))%;width:\(plain(width))%"
    }

    private func plain(_ percentage: Double) -> String {
        NumberText.fixed(percentage, decimals: 2)
    }
}
