extension SearchPlot {
    /// The picture as an `svg` element without a fixed size. Each candidate leads to its row of the table; the
    /// keyboard reaches those that were chosen or that cannot be beaten.
    package var svg: HTML {
        let (notable, others) = marks.partitioned { $0.isOnFrontier || !$0.point.targets.isEmpty }
        return HTML.plot(
            layout, role: "group",
            describedAs:
                "Validation accuracy against constraints, on a logarithmic axis; the table below has "
                + "the numbers."
        ) {
            PlotGrid(
                layout: layout, columns: axes.columns, rows: PlotGrid.ticks(axes.y),
                columnName: "constraints of the proof", rowName: "images right, %"
            ).svg
            if let position = axes.breakPosition { axisBreak(position) }
            HTML("g", ["class": "candidates", "aria-hidden": "true"]) {
                for mark in others { link(mark, isReachable: false) }
            }
            if !steps.isEmpty { HTML.polyline(steps, style: "frontier") }
            HTML("g", ["class": "tests"]) {
                for mark in notable { test(mark) }
            }
            HTML("g", ["class": "candidates"]) {
                for mark in notable { link(mark, isReachable: true) }
            }
            HTML("g", ["class": "paper"]) {
                for mark in publishedMarks {
                    HTML("g") {
                        HTML("title", Self.title(mark.published))
                        HTML.diamond(mark.place, style: "mark")
                    }
                }
            }
            for label in labels { HTML.label(label) }
        }
    }

    private func link(_ mark: Mark, isReachable: Bool) -> HTML {
        let title = mark.point.summary
        let reach: [HTML.Attribute] =
            isReachable ? [] : [HTML.Attribute(name: "tabindex", value: "-1")]
        return .element(
            name: "a",
            attributes: [
                .init(name: "href", value: "#point-\(mark.index)"),
                .init(name: "class", value: style(mark)),
            ] + reach,
            content: [HTML("title", title), shape(mark)])
    }

    private func shape(_ mark: Mark) -> HTML {
        if mark.isBelow {
            let corners = [(-4.0, -7.0), (4, -7), (0, 0)]
            return HTML.polygon(
                corners.map { PlotPoint(x: mark.place.x + $0.0, y: mark.place.y + $0.1) }, style: "mark")
        }
        let radius = !mark.point.targets.isEmpty ? 6.5 : mark.isOnFrontier ? 5 : mark.point.isFull ? 4 : 3.5
        return HTML.circle(mark.place, radius: radius, style: "mark")
    }

    /// The test accuracy of a candidate and the way to it from its validation accuracy.
    @HTMLBuilder private func test(_ mark: Mark) -> [HTML] {
        if let place = mark.testPlace {
            HTML.line(from: mark.place, to: place, style: "way")
            HTML.circle(place, radius: 5, style: "test")
        }
    }

    /// Two strokes through the lower edge, and a gap in the grid.
    @HTMLBuilder private func axisBreak(_ position: Double) -> [HTML] {
        let frame = layout.frame
        HTML.polygon(
            [
                PlotPoint(x: position - 5, y: frame.bottom + 7), PlotPoint(x: position + 1, y: frame.top - 7),
                PlotPoint(x: position + 7, y: frame.top - 7), PlotPoint(x: position + 1, y: frame.bottom + 7),
            ], style: "gap")
        for shift in [-3.0, 3] {
            HTML.line(
                from: PlotPoint(x: position - 2 + shift, y: frame.bottom + 7),
                to: PlotPoint(x: position + 2 + shift, y: frame.bottom - 7), style: "break")
        }
    }

    private static func title(_ published: SearchReport.Published) -> String {
        "\(published.name): \(NumberText.accuracy(published.accuracy)) right, "
            + NumberText.constraints(published.constraints)
    }
}

extension SearchReport.Point {
    /// The candidate in a line.
    var summary: String {
        var summary =
            "\(id): \(NumberText.accuracy(validationAccuracy)) of validation images right, "
            + NumberText.constraints(constraints.total)
        if let testAccuracy { summary += ", \(NumberText.accuracy(testAccuracy)) of test images" }
        if !isFull { summary += ", after \(NumberText.sparsity(budget)) of the training" }
        return summary
    }
}

extension Array {
    /// The elements that satisfy the condition, and the others, each in order.
    fileprivate func partitioned(by isFirst: (Element) -> Bool) -> (first: [Element], second: [Element]) {
        (filter(isFirst), filter { !isFirst($0) })
    }
}
