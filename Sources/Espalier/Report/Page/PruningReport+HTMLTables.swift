extension PruningReport {
    /// The table of accuracy and constraints per level of pruning, beside the paper's.
    var pruningSection: HTML {
        HTML("section") {
            HTML("h2", "What each level of pruning costs")
            HTML("p") {
                "Accuracy is the share of \(NumberText.grouped(dataset.testImages)) test images: of the float "
                "network, and of the exact integers that the circuit proves bit for bit."
            }
            HTML.scrolling("Accuracy and constraints per level of pruning") {
                HTML("table", ["class": "figures"]) {
                    pruningHeading
                    for group in levelsBySparsity { rows(group) }
                }
            }
            HTML("p", ["class": "note"], PublishedFigures.differenceNote)
            HTML("p", ["class": "note"], PublishedFigures.misprintNote)
            if let note = PublishedFigures.datasetNote(for: dataset.name) {
                HTML("p", ["class": "note"], note)
            }
        }
    }

    private var pruningHeading: HTML {
        HTML("thead") {
            HTML("tr") {
                HTML("td", ["colspan": "3"], "")
                for (name, columns) in [("Accuracy", 2), ("Embedded weights", 2), ("Private weights", 2)] {
                    HTML("th", ["scope": "colgroup", "colspan": "\(columns)", "class": "group"], name)
                }
                HTML("th", ["scope": "colgroup", "colspan": "3", "class": "group paper"], "The paper")
            }
            HTML("tr") {
                HTML.heading("Pruned")
                HTML("th", ["scope": "col", "class": "words"], "Method")
                HTML.heading("Weights left")
                HTML.heading("Float", "first")
                HTML.heading("Exact")
                for _ in WeightVisibility.allCases {
                    HTML.heading("Constraints", "first")
                    HTML.heading("of dense")
                }
                HTML.heading("Accuracy", "first paper")
                HTML.heading("Constraints", "paper")
                HTML.heading("of dense", "paper")
            }
        }
    }

    private func rows(_ group: [Level]) -> HTML {
        HTML("tbody") {
            for (index, level) in group.enumerated() {
                HTML("tr", ["class": level == headlineLevel ? "chosen" : "level"]) {
                    if index == 0 {
                        HTML(
                            "th", ["scope": "rowgroup", "rowspan": "\(group.count)"],
                            NumberText.sparsity(level.sparsity))
                    }
                    HTML("td", ["class": "words"], level.method.rawValue)
                    HTML.number(NumberText.grouped(level.survivingWeights))
                    HTML.number(NumberText.accuracy(level.floatAccuracy), "first")
                    HTML.number(NumberText.accuracy(level.integerAccuracy))
                    for visibility in WeightVisibility.allCases {
                        let total = level.constraints(visibility).total
                        HTML.number(NumberText.grouped(total), "first \(visibility.rawValue)")
                        HTML.number(
                            NumberText.ratio(total, of: denseLevel?.constraints(visibility).total ?? 0))
                    }
                    if index == 0 { paperCells(group[0].sparsity, rows: group.count) }
                }
            }
        }
    }

    @HTMLBuilder private func paperCells(_ sparsity: Double, rows: Int) -> [HTML] {
        let level = PublishedFigures.levels.first { $0.sparsity == sparsity }
        let cells = [
            level.map { NumberText.accuracy($0.accuracy) },
            level.map { NumberText.grouped($0.constraints) },
            level.map { NumberText.ratio($0.constraints, of: PublishedFigures.dense.total) },
        ]
        for (index, cell) in cells.enumerated() {
            HTML(
                "td", ["class": index == 0 ? "first paper" : "paper", "rowspan": "\(rows)"], cell ?? "–")
        }
    }

    /// The table of constraints per region.
    var regionSection: HTML {
        let circuits = comparedCircuits
        return HTML("section") {
            HTML("h2", "Where the constraints are")
            HTML("p") {
                "Constraints per region of the circuit. A layer with embedded weights is linear and costs "
                "nothing; a private weight costs something only if it survived pruning."
            }
            HTML.scrolling("Constraints per region") {
                HTML("table", ["class": "figures regions"]) {
                    HTML("thead") {
                        HTML("tr") {
                            HTML("th", ["scope": "col"], "Region")
                            for circuit in circuits { heading(circuit) }
                        }
                    }
                    HTML("tbody") {
                        for region in comparedRegions {
                            row(region, circuits) { $0.count(of: region) }
                        }
                    }
                    HTML("tfoot") { row("total", circuits) { $0.total } }
                }
            }
        }
    }

    private func heading(_ circuit: ComparedCircuit) -> HTML {
        HTML("th", ["scope": "col", "class": circuit.name]) {
            HTML("span", ["class": "name"], circuit.name == "paper" ? "the paper" : circuit.name)
            HTML("br")
            "\(circuit.pruned) pruned"
        }
    }

    private func row(
        _ name: String, _ circuits: [ComparedCircuit], count: (Constraints) -> Int?
    ) -> HTML {
        HTML("tr") {
            HTML("th", ["scope": "row"], name)
            for circuit in circuits {
                HTML.number(count(circuit.constraints).map(NumberText.grouped) ?? "–", circuit.name)
            }
        }
    }
}
