/// The picture of accuracy against constraints: to the left is cheaper, up is better.
package struct FrontierPlot: Sendable {
    /// The sizes that the picture is drawn in, so that its text is as large as that of the page around it.
    package enum Layout: Sendable, CaseIterable {
        case wide, narrow

        var size: (width: Double, height: Double) {
            switch self {
            case .wide: (1000, 480)
            case .narrow: (340, 420)
            }
        }
        var textHeight: Double { self == .wide ? 14 : 11.5 }
        var style: String { self == .wide ? "plot wide" : "plot narrow" }
    }

    package let layout: Layout
    /// The labels that found room, none covering another.
    package let labels: [PlotLabels.Label]
    let series: [FrontierSeries]
    let frame: PlotBox
    let x: LogarithmicScale
    let y: LinearScale

    package init(_ report: PruningReport, layout: Layout) {
        self.layout = layout
        series = report.frontier
        let (width, height) = layout.size
        let margin = layout.textHeight
        frame = PlotBox(
            left: 3.2 * margin, top: 1.8 * margin, width: width - 4.4 * margin, height: height - 5.2 * margin)
        x = LogarithmicScale(
            covering: series.flatMap { $0.marks.map(\.constraints) }, positions: frame.left...frame.right)
        y = LinearScale(values: 0...1, start: frame.bottom, end: frame.top)
        labels = Self.labels(series, layout: layout, frame: frame) { [x, y] in
            PlotPoint(x: x.position($0.constraints), y: y.position($0.accuracy))
        }
    }

    func point(_ mark: FrontierSeries.Mark) -> PlotPoint {
        PlotPoint(x: x.position(mark.constraints), y: y.position(mark.accuracy))
    }

    private static func labels(
        _ series: [FrontierSeries], layout: Layout, frame: PlotBox,
        point: (FrontierSeries.Mark) -> PlotPoint
    ) -> [PlotLabels.Label] {
        var labels = PlotLabels(textHeight: layout.textHeight, frame: frame)
        for series in series {
            let points = series.marks.map(point)
            for mark in points { labels.keepClear(of: mark, radius: 5) }
            for (start, end) in zip(points, points.dropFirst()) { labels.keepClear(from: start, to: end) }
        }
        for series in series {
            let points = series.marks.map(point)
            let middles = zip(points, points.dropFirst()).map {
                PlotPoint(x: ($0.x + $1.x) / 2, y: ($0.y + $1.y) / 2)
            }
            let name = "name \(series.style)"
            labels.place(series.name, style: name, near: middles.reversed() + points, within: 60)
        }
        var seen: Set<PlotPoint> = []
        for series in series where series.labelsMarks {
            for mark in series.marks where seen.insert(point(mark)).inserted {
                labels.place(mark.label, style: series.style, near: [point(mark)], within: 20)
            }
        }
        return labels.placed
    }
}
