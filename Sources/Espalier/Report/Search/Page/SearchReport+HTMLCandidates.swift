extension SearchReport {
    /// The table of all candidates, the cheapest first.
    var candidateSection: HTML {
        HTML("section") {
            HTML("h2", "All candidates")
            HTML("p") {
                "The table has the choices in which candidates differ. For programs: "
                HTML("a", ["href": Self.tableName], Self.tableName)
                " with the commands of each, "
                HTML("a", ["href": ReportFiles.dataName], ReportFiles.dataName)
                " with everything."
            }
            for failure in failures { HTML("p", ["class": "note"], failure.text) }
            HTML("div", ["class": "tall"]) {
                HTML.scrolling("All candidates") {
                    HTML("table", ["class": "figures candidates sortable"]) {
                        HTML("thead") { candidateHeading }
                        HTML("tbody") { candidateRows }
                    }
                }
            }
        }
    }

    private var candidateHeading: HTML {
        HTML("tr") {
            HTML.heading("Candidate", "words")
            for name in ["Constraints", "Validation", "Test"] { HTML.heading(name) }
            for name in differingChoices { HTML.heading(ReportedChoice.heading(name)) }
            for name in ["Weights left", "Training", "Seed", "Seconds"] { HTML.heading(name) }
            HTML.heading("Chosen for", "words")
        }
    }

    private var candidateRows: [HTML] {
        let frontier = Set(frontier.map(\.id))
        let names = differingChoices
        let sorted = points.enumerated().sorted {
            ($0.element.constraints.total, -$0.element.accuracy, $0.offset)
                < ($1.element.constraints.total, -$1.element.accuracy, $1.offset)
        }
        return sorted.map { index, point in
            let isBest = frontier.contains(point.id)
            let style = !point.targets.isEmpty ? "chosen" : isBest ? "best" : point.isFull ? "full" : "cut"
            return HTML("tr", ["id": "point-\(index)", "class": style]) {
                HTML("th", ["scope": "row"]) { HTML("span", point.id) }
                HTML("td", NumberText.grouped(point.constraints.total))
                HTML("td", NumberText.accuracy(point.validationAccuracy))
                HTML("td", point.testAccuracy.map(NumberText.accuracy) ?? "–")
                for name in names { HTML("td", point.value(of: name) ?? "–") }
                HTML("td", NumberText.grouped(point.survivingWeights))
                HTML("td", NumberText.sparsity(point.budget))
                HTML("td", "\(point.seed)")
                HTML("td", NumberText.fixed(point.seconds, decimals: 1))
                HTML(
                    "td", ["class": "words"],
                    (point.targets + (isBest ? ["unbeaten"] : [])).joined(separator: " · "))
            }
        }
    }
}
