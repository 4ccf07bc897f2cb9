/// The regions of a circuit as one bar, as long as its constraints are many.
package struct ConstraintBar: Sendable {
    /// The name of the constraints that belong to no region.
    package static let restName = "elsewhere"

    var title: String
    var constraints: PruningReport.Constraints
    /// The regions of all bars that stand together; a region has the same colour in each.
    var names: [String]
    /// The total that takes the whole width.
    var largest: Int

    package init(title: String, constraints: PruningReport.Constraints, names: [String], largest: Int) {
        self.title = title
        self.constraints = constraints
        self.names = names
        self.largest = largest
    }

    /// The regions, and what is left of the total if they do not cover it.
    package var parts: [PruningReport.Region] {
        let rest = constraints.regions.reduce(Int128(constraints.total)) { $0 - Int128($1.constraints) }
        guard rest > 0 else { return constraints.regions }
        return constraints.regions + [.init(name: Self.restName, constraints: Int(clamping: rest))]
    }

    /// The share of the whole width that a part takes, in percent.
    package func width(_ part: PruningReport.Region) -> Double {
        100 * Double(max(0, part.constraints)) / Double(max(1, largest, constraints.total))
    }

    var html: HTML {
        HTML("div", ["class": "stack"]) {
            HTML("p") {
                HTML("strong", title)
                " · \(NumberText.constraints(constraints.total))"
            }
            HTML("div", ["class": "stack-bar", "aria-hidden": "true"]) {
                for part in parts where part.constraints > 0 {
                    HTML(
                        "span",
                        [
                            "class": style(part),
                            "style": "width:\(NumberText.fixed(width(part), decimals: 2))%",
                        ])
                }
            }
            HTML("ul", ["class": "legend"]) {
                for part in parts {
                    HTML("li") {
                        HTML("span", ["class": "swatch \(style(part))"])
                        "\(part.name) \(NumberText.grouped(part.constraints))"
                    }
                }
            }
        }
    }

    /// One of eight colours.
    private func style(_ part: PruningReport.Region) -> String {
        "hue\((names.firstIndex(of: part.name) ?? 0) % 8)"
    }
}
