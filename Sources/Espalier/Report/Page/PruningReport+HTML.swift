extension PruningReport {
    /// The report as one page that asks for nothing else: no scripts, no requests, all text escaped.
    ///
    /// It is HTML and well-formed XML at once, follows the reader's light or dark mode, fits telephones and
    /// paper, and is the same text for the same report.
    public func html() -> String {
        ReportPage(title: "Espalier: \(architecture) on \(dataset.name), pruned and proved") {
            pageHeader
            HTML("main") {
                frontierSection
                pruningSection
                regionSection
                if let proof { proofSection(proof) }
                originSection
            }
        }
        .rendered()
    }

    private var pageHeader: HTML {
        HTML("header") {
            HTML("p", ["class": "kicker"], "Espalier · \(architecture) · \(dataset.name)")
            HTML("h1", "What pruning removes, the proof no longer pays for.")
            HTML("p", ["class": "headline"], headline)
            HTML("dl", ["class": "tiles"]) {
                if let level = headlineLevel, let dense = denseLevel {
                    HTML.tile(
                        "Private weights",
                        NumberText.ratio(level.private.total, of: dense.private.total),
                        "\(NumberText.grouped(level.private.total)) of "
                            + "\(NumberText.grouped(dense.private.total)) constraints")
                    HTML.tile(
                        "Embedded weights", NumberText.grouped(level.embedded.total),
                        "constraints, from \(NumberText.grouped(dense.embedded.total)) unpruned")
                    HTML.tile(
                        "Accuracy", NumberText.accuracy(level.integerAccuracy),
                        "exact integers; \(NumberText.accuracy(dense.integerAccuracy)) unpruned")
                }
                if let proof {
                    HTML.tile(
                        "Proof", NumberText.size(bytes: proof.proofBytes),
                        "made in \(NumberText.duration(seconds: proof.proveSeconds)), checked in "
                            + NumberText.duration(seconds: proof.verifySeconds))
                }
            }
        }
    }

    private var frontierSection: HTML {
        HTML("section") {
            HTML("h2", "Accuracy against constraints")
            HTML("p") {
                "To the left is cheaper, up is better; labels say how much was pruned. "
                "Solid lines were retrained, dotted ones pruned in one shot. On both axes, equal distances "
                "are equal ratios: of constraints, and of wrong answers."
            }
            HTML("figure") {
                for layout in PlotLayout.allCases { FrontierPlot(self, layout: layout).svg }
            }
        }
    }

    private var originSection: HTML {
        HTML("section") {
            HTML("h2", "How it was made")
            HTML("dl", ["class": "facts"]) {
                HTML.fact("Command") { HTML("code", command) }
                HTML.fact("Seed") { HTML("code", "\(seed)") }
                HTML.fact("Images") {
                    "\(dataset.name): \(NumberText.grouped(dataset.trainingImages)) for training, "
                    "\(NumberText.grouped(dataset.testImages)) for testing. Origin: \(dataset.origin)"
                }
                HTML.fact("Training") {
                    "\(training.epochs) epochs in \(NumberText.duration(seconds: training.seconds)); the dense "
                    "float network gets \(NumberText.accuracy(training.floatAccuracy)) right"
                }
                HTML.fact("The paper") {
                    "\(PublishedFigures.author), "
                    HTML("cite", PublishedFigures.title)
                    ", \(PublishedFigures.date). It counted constraints, and made no proof."
                }
            }
        }
    }
}
