extension SearchReport {
    /// Returns the report as one page that asks for nothing else: its pictures and its script are part of it, and
    /// all text is escaped.
    ///
    /// It is HTML and well-formed XML at once, follows the reader's light or dark mode, fits telephones and
    /// paper, is the same text for the same report, and can be read without its script. A chosen network with
    /// 38 neurons on 784 pixels adds about 50 kB, a candidate about 1 kB.
    public func html() -> String {
        ReportPage(
            title: "Espalier: \(title)", styleSheets: [ReportStyleSheet.css, ReportStyleSheet.search],
            script: ReportScript.code
        ) {
            pageHeader
            HTML("main") {
                frontierSection
                if !chosen.isEmpty { chosenSection }
                if !chosen.isEmpty { regionSection }
                if !picturedNetworks.isEmpty { filterSection }
                if !picturedNetworks.isEmpty { windowSection }
                candidateSection
                originSection
            }
        }
        .rendered()
    }

    /// The chosen candidates whose inside is known.
    var picturedNetworks: [(point: Point, network: Network)] {
        chosen.compactMap { point in network(of: point).map { (point, $0) } }
    }

    private var isComparedWithThePaper: Bool {
        published.contains { Published.paper.contains($0) }
    }

    private var pageHeader: HTML {
        HTML("header") {
            HTML("p", ["class": "kicker"], "Espalier · search · \(dataset.name)")
            HTML("h1", title)
            HTML("p", ["class": "headline"], headline)
            HTML("dl", ["class": "tiles"]) {
                for point in chosen.prefix(8) {
                    HTML.tile(
                        point.targets.joined(separator: " · "),
                        NumberText.grouped(point.constraints.total),
                        "constraints, \(NumberText.accuracy(point.accuracy)) of "
                            + "\(point.testAccuracy == nil ? "validation" : "test") images")
                }
            }
        }
    }

    private var frontierSection: HTML {
        let plots = PlotLayout.allCases.map { SearchPlot(self, layout: $0) }
        return HTML("section") {
            HTML("h2", "Accuracy against constraints")
            HTML("p") {
                "To the left is cheaper, up is better. No candidate with the full training lies above the line. On "
                "both axes, equal distances are equal ratios: of constraints, and of wrong answers."
            }
            legend(Set(plots.flatMap(\.styles)))
            HTML("figure") {
                for plot in plots { plot.svg }
            }
            if !points.isEmpty {
                HTML("div", ["class": "details", "id": "details", "aria-live": "polite"]) {
                    HTML(
                        "p", ["class": "note"], "Each point leads to its row of the table of all candidates.")
                }
            }
            if isComparedWithThePaper, let note = PublishedFigures.datasetNote(for: dataset.name) {
                HTML("p", ["class": "note"], note)
            }
        }
    }

    /// What the kinds of marks mean.
    private func legend(_ styles: Set<String>) -> HTML {
        let names = [
            ("chosen", "chosen, by validation images"), ("test", "the same, test images"),
            ("best", "unbeaten"), ("full", "other candidates"), ("cut", "training cut short"),
            ("paper", "published by others"),
        ]
        return HTML("ul", ["class": "legend"]) {
            for (style, name) in names where styles.contains(style) {
                HTML("li") {
                    HTML(
                        "svg",
                        ["class": "plot key", "viewBox": "0 0 16 16", "aria-hidden": "true"]
                    ) {
                        HTML("g", ["class": style == "paper" ? "paper" : "candidates"]) {
                            HTML("g", ["class": style]) {
                                let centre = PlotPoint(x: 8, y: 8)
                                style == "paper"
                                    ? HTML.diamond(centre, style: "mark")
                                    : HTML.circle(centre, radius: 5, style: style == "test" ? "test" : "mark")
                            }
                        }
                    }
                    name
                }
            }
        }
    }

    private var originSection: HTML {
        HTML("section") {
            HTML("h2", "How it was made")
            HTML("dl", ["class": "facts"]) {
                HTML.fact("The whole search") { HTML.commands([command]) }
                HTML.fact("Seed") { HTML("code", "\(seed)") }
                HTML.fact("Candidates") {
                    "\(NumberText.grouped(points.count)) in \(NumberText.duration(seconds: seconds)), "
                    "\(NumberText.grouped(points.count(where: \.isFull))) of them with the full training"
                }
                HTML.fact("Images") {
                    "\(dataset.name): \(NumberText.grouped(dataset.trainingImages)) for training, "
                    "\(NumberText.grouped(dataset.validationImages)) held out to choose by, "
                    "\(NumberText.grouped(dataset.testImages)) for the final test"
                }
                for choice in setting + commonChoices {
                    HTML.fact(ReportedChoice.heading(choice.name)) { choice.value }
                }
                if isComparedWithThePaper {
                    HTML.fact("The paper") {
                        "\(PublishedFigures.author), "
                        HTML("cite", PublishedFigures.title)
                        ", \(PublishedFigures.date). It counted constraints, and made no proof."
                    }
                }
            }
        }
    }
}
