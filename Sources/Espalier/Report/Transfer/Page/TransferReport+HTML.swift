extension TransferReport {
    /// Returns the report as one page that asks for nothing else: its script is part of it, and all text is
    /// escaped.
    ///
    /// It is HTML and well-formed XML at once, follows the reader's light or dark mode, fits telephones and
    /// paper, is the same text for the same report, and can be read without its script.
    public func html() -> String {
        ReportPage(
            title: "Espalier: \(title)", styleSheets: [ReportStyleSheet.css, ReportStyleSheet.search],
            script: ReportScript.code
        ) {
            HTML("header") {
                HTML("p", ["class": "kicker"], "Espalier · transfer")
                HTML("h1", title)
                HTML("p", ["class": "headline"], headline)
                HTML("p") {
                    "Lines go through the medians over all seeds, bands from the worst seed to the best. On both "
                    "axes, equal distances are equal ratios: of wrong answers, and of surviving weights."
                }
            }
            HTML("main") {
                for task in tasks { section(task) }
                trialSection
                originSection
            }
        }
        .rendered()
    }

    private func section(_ task: Task) -> HTML {
        HTML("section") {
            HTML("h2", task.name)
            HTML("figure") {
                for layout in PlotLayout.allCases { TransferPlot(self, task: task, layout: layout).svg }
            }
            HTML.scrolling("\(task.name), by sparsity") { summaryTable(task) }
        }
    }

    private func summaryTable(_ task: Task) -> HTML {
        HTML("table", ["class": "figures transfer"]) {
            HTML("thead") {
                HTML("tr") {
                    HTML.heading("Pruned")
                    HTML.heading("Weights left")
                    for (index, method) in methods.enumerated() {
                        HTML("th", ["scope": "col", "class": "first hue\(index % 8)"]) {
                            HTML("span", ["class": "swatch"])
                            " \(method)"
                        }
                    }
                    HTML.heading("Best", "words first")
                }
            }
            HTML("tbody") {
                for sparsity in sparsities(task) { row(task, sparsity) }
            }
        }
    }

    private func row(_ task: Task, _ sparsity: Double) -> HTML {
        let summaries = summaries(task, sparsity: sparsity)
        let verdict = verdict(task, sparsity: sparsity)
        let winner =
            switch verdict {
            case .clear(let method), .likely(let method): Optional(method)
            case .even, .alone: String?.none
            }
        return HTML("tr") {
            HTML("th", ["scope": "row"], NumberText.sparsity(sparsity))
            HTML.number(Self.weights(summaries))
            for method in methods {
                HTML("td", ["class": method == winner ? "first winner" : "first"]) {
                    if let summary = summaries.first(where: { $0.method == method }) {
                        HTML("span", ["class": "median"], NumberText.accuracy(summary.median))
                        " "
                        HTML(
                            "span", ["class": "spread"],
                            summary.accuracies.count == 1
                                ? "one seed"
                                : "\(Self.plain(summary.lowest)) … \(Self.plain(summary.highest))")
                    } else {
                        "–"
                    }
                }
            }
            HTML("td", ["class": "words first"], Self.text(verdict))
        }
    }

    /// How many weights are left, or the range if methods differ.
    private static func weights(_ summaries: [Summary]) -> String {
        let counts = summaries.map(\.survivingWeights)
        guard let lowest = counts.min(), let highest = counts.max() else { return "–" }
        return NumberText.grouped(lowest) + (lowest < highest ? " … \(NumberText.grouped(highest))" : "")
    }

    private static func plain(_ accuracy: Double) -> String {
        NumberText.fixed(accuracy * 100, decimals: 2)
    }

    private static func text(_ verdict: Verdict) -> String {
        switch verdict {
        case .clear(let method): "\(method), for every seed"
        case .likely(let method): "\(method), within the spread"
        case .even: "even"
        case .alone: "–"
        }
    }

    private var trialSection: HTML {
        HTML("section") {
            HTML("h2", "All trials")
            HTML("p") {
                "For programs: "
                HTML("a", ["href": Self.tableName], Self.tableName)
                " and "
                HTML("a", ["href": ReportFiles.dataName], ReportFiles.dataName)
                "."
            }
            HTML("div", ["class": "tall"]) {
                HTML.scrolling("All trials") { trialTable }
            }
        }
    }

    private var trialTable: HTML {
        HTML("table", ["class": "figures candidates sortable"]) {
            HTML("thead") {
                HTML("tr") {
                    for name in ["From → to", "Method"] { HTML.heading(name, "words") }
                    for name in ["Pruned", "Seed", "Accuracy", "Weights left"] { HTML.heading(name) }
                }
            }
            HTML("tbody") {
                for trial in trials {
                    HTML("tr") {
                        HTML("th", ["scope": "row"]) {
                            HTML("span", Task(source: trial.source, target: trial.target).name)
                        }
                        HTML("td", ["class": "words"], trial.method)
                        HTML("td", NumberText.sparsity(trial.sparsity))
                        HTML("td", "\(trial.seed)")
                        HTML("td", NumberText.accuracy(trial.accuracy))
                        HTML("td", NumberText.grouped(trial.survivingWeights))
                    }
                }
            }
        }
    }

    private var originSection: HTML {
        HTML("section") {
            HTML("h2", "How it was made")
            HTML("dl", ["class": "facts"]) {
                HTML.fact("All trials") { HTML.commands([command]) }
                HTML.fact("Number") {
                    "\(NumberText.grouped(trials.count)) trials in \(NumberText.duration(seconds: seconds))"
                }
                for choice in setting { HTML.fact(ReportedChoice.heading(choice.name)) { choice.value } }
            }
        }
    }
}
