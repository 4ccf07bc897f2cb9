extension SearchReport {
    /// The regions of the chosen candidates' circuits as bars, each in proportion to the largest of all.
    var regionSection: HTML {
        let names = PruningReport.regionNames(chosen.map(\.constraints)) + [ConstraintBar.restName]
        let largest = chosen.map(\.constraints.total).max() ?? 0
        return HTML("section") {
            HTML("h2", "Where the constraints are")
            HTML("p") {
                "A rectifier costs its windows’ bits and one more for each neuron; a linear layer costs nothing "
                "where the weights are constants or the image is public."
            }
            for point in chosen {
                ConstraintBar(
                    title: point.name, constraints: point.constraints, names: names, largest: largest
                ).html
            }
        }
    }

    /// What the neurons that read the image look for.
    var filterSection: HTML {
        HTML("section") {
            HTML("h2", "What the first neurons look at")
            HTML("p") {
                HTML("span", ["class": "swatch for"])
                " speaks for the neuron, "
                HTML("span", ["class": "swatch against"])
                " against it; what is empty was pruned, grey was rounded to zero. Each picture has its own "
                "scale. Below it: how many weights are not zero, and the largest."
            }
            for (point, network) in picturedNetworks {
                HTML.details(isOpen: point.id == (headlinePoint ?? point).id) {
                    HTML("strong", point.name)
                    " · " + network.layers.map { "\($0.name): \($0.filters.count)" }.joined(separator: ", ")
                } content: {
                    for layer in network.layers { filters(layer) }
                }
            }
        }
    }

    @HTMLBuilder private func filters(_ layer: ImageLayer) -> [HTML] {
        HTML("h3", "\(layer.name), \(layer.width) × \(layer.height)")
        HTML("div", ["class": "filters"]) {
            for (index, filter) in layer.filters.enumerated() {
                let picture = WeightPicture(filter, width: layer.width, height: layer.height)
                let left = NumberText.grouped(filter.survivors.count { $0 != 0 })
                HTML("figure") {
                    if let image = picture.image(
                        describedAs: "\(layer.name), neuron \(index): \(left) weights, "
                            + "the largest \(NumberText.grouped(picture.largest))")
                    {
                        image
                    }
                    HTML("figcaption") {
                        HTML("b", "\(index)")
                        " \(left) · \(NumberText.grouped(picture.largest))"
                    }
                }
            }
        }
    }

    /// How many neurons of each rectifier take how many bits.
    var windowSection: HTML {
        HTML("section") {
            HTML("h2", "Where the bits of the windows went")
            HTML("p") {
                "Neurons of each rectifier by the bits of their windows. A neuron with a narrow window is cheap; "
                "those that cost nothing are not among them."
            }
            HTML("div", ["class": "windows"]) {
                for (point, network) in picturedNetworks {
                    for rectifier in network.rectifiers {
                        WindowHistogram(rectifier).bars(title: point.name).table
                    }
                }
            }
        }
    }
}

extension HTML {
    /// A part of the page that opens and closes.
    fileprivate static func details(
        isOpen: Bool, @HTMLBuilder summary: () -> [HTML], @HTMLBuilder content: () -> [HTML]
    ) -> HTML {
        .element(
            name: "details", attributes: isOpen ? [Attribute(name: "open", value: "open")] : [],
            content: [HTML("summary", content: summary)] + content())
    }
}
