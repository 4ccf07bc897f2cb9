extension SearchReport {
    /// The chosen candidates per target, and how to make each of them again.
    var chosenSection: HTML {
        HTML("section") {
            HTML("h2", "The networks that were chosen")
            HTML("p") {
                "Chosen by \(NumberText.grouped(dataset.validationImages)) images held out of the training "
                "images, then measured on \(NumberText.grouped(dataset.testImages)) test images. Accuracy is "
                "that of the exact integers that the circuit proves bit for bit."
            }
            HTML.scrolling("Chosen networks") {
                HTML("table", ["class": "figures candidates"]) {
                    HTML("thead") { chosenHeading }
                    HTML("tbody") {
                        for point in chosen { chosenRow(point) }
                    }
                }
            }
            for point in chosen { making(point) }
        }
    }

    /// Whether anything was made with several seeds.
    private var hasSeeds: Bool { chosen.contains { $0.seedTestAccuracies.count > 1 } }

    private var chosenHeading: HTML {
        HTML("tr") {
            HTML.heading("Target", "words")
            HTML.heading("Test")
            if hasSeeds { for name in ["Median of seeds", "Spread"] { HTML.heading(name) } }
            for name in ["Validation", "Constraints", "With class", "Weights left"] { HTML.heading(name) }
            if bestPublished != nil { HTML.heading("Fewer than published", "paper") }
            for name in differingChoices { HTML.heading(ReportedChoice.heading(name)) }
        }
    }

    private func chosenRow(_ point: Point) -> HTML {
        HTML("tr") {
            HTML("th", ["scope": "row", "class": "words"]) { HTML("span", point.name) }
            HTML.number(point.testAccuracy.map(NumberText.accuracy) ?? "–", "strong")
            if hasSeeds {
                let sorted = point.seedTestAccuracies.sorted()
                HTML.number(sorted.isEmpty ? "–" : NumberText.accuracy(Tuning.median(sorted)))
                HTML.number(sorted.isEmpty ? "–" : NumberText.accuracy(sorted.last! - sorted[0]))
            }
            HTML.number(NumberText.accuracy(point.validationAccuracy))
            HTML.number(NumberText.grouped(point.constraints.total), "strong")
            HTML.number(point.classConstraints.map(NumberText.grouped) ?? "–")
            HTML.number(NumberText.grouped(point.survivingWeights))
            if let published = bestPublished {
                HTML.number(
                    point.constraints.total > 0
                        ? NumberText.rough(Double(published.constraints) / Double(point.constraints.total))
                            + " ×"
                        : "–", "paper")
            }
            for name in differingChoices { HTML.number(point.value(of: name) ?? "–") }
        }
    }

    /// The configuration and the commands of a candidate.
    private func making(_ point: Point) -> HTML {
        HTML("details", ["class": "making"]) {
            HTML("summary") {
                HTML("strong", point.name)
                " · \(point.id) · \(NumberText.constraints(point.constraints.total)): how to make it again"
            }
            HTML("ul", ["class": "choices"]) {
                for choice in point.configuration + [ReportedChoice("seed", "\(point.seed)")] {
                    HTML("li") {
                        HTML("span", choice.name)
                        " \(choice.value)"
                    }
                }
            }
            if !point.commands.isEmpty { HTML.commands(point.commands) }
        }
    }
}

extension SearchReport.Point {
    /// The targets that it was chosen for, or its identifier.
    var name: String { targets.isEmpty ? id : targets.joined(separator: " · ") }
}
