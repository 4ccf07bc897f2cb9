/// The picture of a search: every candidate by constraints and validation accuracy, and what cannot be beaten.
package struct SearchPlot: Sendable {
    /// A candidate in its place.
    struct Mark: Sendable {
        /// Its place among the report's candidates.
        var index: Int
        var point: SearchReport.Point
        /// By validation accuracy.
        var place: PlotPoint
        /// By test accuracy, if that was measured.
        var testPlace: PlotPoint?
        /// Whether its accuracy is so low that it stands at the edge of the plot.
        var isBelow: Bool
        var isOnFrontier: Bool
    }

    /// A network of others in its place.
    struct PublishedMark: Sendable {
        var published: SearchReport.Published
        var place: PlotPoint
    }

    package let layout: PlotLayout
    package let labels: [PlotLabels.Label]
    let axes: SearchPlotAxes
    let marks: [Mark]
    let publishedMarks: [PublishedMark]
    /// The corners of the frontier's line.
    package let steps: [PlotPoint]

    package init(_ report: SearchReport, layout: PlotLayout) {
        self.layout = layout
        let axes = SearchPlotAxes(report, layout: layout)
        self.axes = axes
        let frontier = Set(report.frontier.map(\.id))
        marks = report.points.enumerated().compactMap { index, point in
            guard point.validationAccuracy.isFinite else { return nil }
            let count = point.constraints.total
            return Mark(
                index: index, point: point, place: axes.place(count, point.validationAccuracy),
                testPlace: point.testAccuracy.flatMap { $0.isFinite ? axes.place(count, $0) : nil },
                isBelow: point.validationAccuracy < axes.y.ticks[0],
                isOnFrontier: frontier.contains(point.id))
        }
        publishedMarks = report.published.filter(\.accuracy.isFinite).map {
            PublishedMark(published: $0, place: axes.publishedPlace($0))
        }
        steps = Self.steps(report.frontier, axes: axes)
        labels = Self.labels(marks, publishedMarks, steps: steps, layout: layout)
    }

    /// Where the data is drawn.
    package var frame: PlotBox { layout.frame }

    /// Everything that is drawn at a candidate or at a network of others.
    package var places: [PlotPoint] {
        marks.flatMap { [$0.place] + [$0.testPlace].compactMap(\.self) } + publishedMarks.map(\.place) + steps
    }

    /// Right to the next network's constraints, then up to its accuracy; from the last one on to the end.
    private static func steps(_ frontier: [SearchReport.Point], axes: SearchPlotAxes) -> [PlotPoint] {
        var steps: [PlotPoint] = []
        for point in frontier {
            let place = axes.place(point.constraints.total, point.validationAccuracy)
            if let last = steps.last { steps.append(PlotPoint(x: place.x, y: last.y)) }
            steps.append(place)
        }
        if let last = steps.last { steps.append(PlotPoint(x: axes.candidatesEnd, y: last.y)) }
        return steps
    }

    private static func labels(
        _ marks: [Mark], _ published: [PublishedMark], steps: [PlotPoint], layout: PlotLayout
    ) -> [PlotLabels.Label] {
        var labels = PlotLabels(textHeight: layout.textHeight, frame: layout.frame)
        let chosen = marks.filter { !$0.point.targets.isEmpty }
        for place in chosen.flatMap({ [$0.place] + [$0.testPlace].compactMap(\.self) }) {
            labels.keepClear(of: place, radius: 7)
        }
        for mark in chosen { mark.testPlace.map { labels.keepClear(from: mark.place, to: $0) } }
        for mark in published { labels.keepClear(of: mark.place, radius: 7) }
        for mark in marks where mark.isOnFrontier { labels.keepClear(of: mark.place, radius: 4) }
        for (start, end) in zip(steps, steps.dropFirst()) { labels.keepClear(from: start, to: end) }
        let clutter = marks.map { PlotBox(left: $0.place.x - 4, top: $0.place.y - 4, width: 8, height: 8) }
        for mark in chosen {
            let rivals = chosen.filter { $0.index != mark.index }.map(\.place)
            let texts = [mark.point.targets.joined(separator: " · "), mark.point.targets[0]]
            // Rather short than on top of other candidates, rather on top of them than not at all.
            for (text, clutter) in texts.map({ ($0, clutter) }) + texts.map({ ($0, []) }) {
                let hasRoom = labels.place(
                    text, style: "chosen", isBold: true, near: [mark.place], rivals: rivals, clutter: clutter,
                    within: 60)
                if hasRoom { break }
            }
        }
        var named: Set<String> = []
        for mark in published {
            let name = String(mark.published.name.prefix { $0 != "," })
            if named.insert(name).inserted {
                labels.place(name, style: "paper", isBold: true, near: [mark.place], within: 40)
            }
        }
        return labels.placed
    }
}

extension SearchPlot {
    /// The kinds of marks that the plot shows, for its legend.
    var styles: [String] {
        marks.flatMap { [style($0)] + ($0.testPlace == nil ? [] : ["test"]) }
            + (publishedMarks.isEmpty ? [] : ["paper"])
    }

    /// How a candidate is drawn.
    func style(_ mark: Mark) -> String {
        if !mark.point.targets.isEmpty { return "chosen" }
        if mark.isOnFrontier { return "best" }
        return mark.point.isFull ? "full" : "cut"
    }
}
