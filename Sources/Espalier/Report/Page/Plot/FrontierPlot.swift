/// The picture of accuracy against constraints: to the left is cheaper, up is better.
package struct FrontierPlot: Sendable {
    package let layout: PlotLayout
    /// The labels that found room, none covering another.
    package let labels: [PlotLabels.Label]
    let series: [FrontierSeries]
    let x: LogarithmicScale
    let y: AccuracyScale

    package init(_ report: PruningReport, layout: PlotLayout) {
        self.layout = layout
        series = report.frontier
        let frame = layout.frame
        x = LogarithmicScale(
            covering: series.flatMap { $0.marks.map(\.constraints) },
            positions: frame.left + 3.6 * layout.textHeight...frame.right)
        y = AccuracyScale(
            covering: series.flatMap { $0.marks.map(\.accuracy) }, start: frame.bottom, end: frame.top)
        labels = Self.labels(series, layout: layout, frame: frame) { [x, y] in
            PlotPoint(x: x.position($0.constraints), y: y.position($0.accuracy))
        }
    }

    func point(_ mark: FrontierSeries.Mark) -> PlotPoint {
        PlotPoint(x: x.position(mark.constraints), y: y.position(mark.accuracy))
    }

    private static func labels(
        _ series: [FrontierSeries], layout: PlotLayout, frame: PlotBox,
        point: (FrontierSeries.Mark) -> PlotPoint
    ) -> [PlotLabels.Label] {
        var labels = PlotLabels(textHeight: layout.textHeight, frame: frame)
        for series in series {
            let points = series.marks.map(point)
            for mark in points { labels.keepClear(of: mark, radius: 5) }
            for (start, end) in zip(points, points.dropFirst()) { labels.keepClear(from: start, to: end) }
        }
        placeMarkLabels(series, in: &labels, point: point) { $0.isHeadline }
        for series in series {
            let points = series.marks.map(point)
            labels.place(
                series.name, style: "name \(series.style)", isBold: true,
                near: middles(points) + points, within: 60)
        }
        placeMarkLabels(series, in: &labels, point: point) { !$0.isHeadline }
        return labels.placed
    }

    /// Labels the chosen marks, those in the same place once.
    private static func placeMarkLabels(
        _ series: [FrontierSeries], in labels: inout PlotLabels, point: (FrontierSeries.Mark) -> PlotPoint,
        where isChosen: (FrontierSeries.Mark) -> Bool
    ) {
        let labelled = series.filter(\.labelsMarks)
        let all = labelled.flatMap { $0.marks.map(point) }
        var seen: Set<PlotPoint> = []
        for series in labelled {
            for mark in series.marks where isChosen(mark) && seen.insert(point(mark)).inserted {
                let own = point(mark)
                let rivals = all.filter { $0 != own }
                labels.place(mark.label, style: series.style, near: [own], rivals: rivals, within: 20)
            }
        }
    }

    /// The middles of the pieces of a line, the longest piece first.
    private static func middles(_ points: [PlotPoint]) -> [PlotPoint] {
        let pieces = zip(points, points.dropFirst()).sorted {
            abs($0.0.x - $0.1.x) + abs($0.0.y - $0.1.y) > abs($1.0.x - $1.1.x) + abs($1.0.y - $1.1.y)
        }
        return pieces.map { PlotPoint(x: ($0.x + $1.x) / 2, y: ($0.y + $1.y) / 2) }
    }
}
