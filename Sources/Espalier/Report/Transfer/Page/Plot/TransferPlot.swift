/// The picture of a task: accuracy against sparsity, a line per method through the medians, and a band from the
/// worst seed to the best.
package struct TransferPlot: Sendable {
    /// A method's line.
    struct Series: Sendable {
        var method: String
        /// The class of the style sheet that colours it.
        var style: String
        var summaries: [TransferReport.Summary]
    }

    package let layout: PlotLayout
    package let labels: [PlotLabels.Label]
    let name: String
    let x: SparsityScale
    let y: AccuracyScale
    let series: [Series]

    package init(_ report: TransferReport, task: TransferReport.Task, layout: PlotLayout) {
        self.layout = layout
        name = task.name
        let frame = layout.frame
        series = report.methods.enumerated().map { index, method in
            Series(
                method: method, style: "hue\(index % 8)",
                summaries: report.summaries(task, method: method))
        }
        let inset = 1.6 * layout.textHeight
        x = SparsityScale(
            covering: report.sparsities(task), positions: frame.left + inset...frame.right - 2 * inset)
        y = AccuracyScale(
            around: series.flatMap { $0.summaries.flatMap(\.accuracies) }, start: frame.bottom, end: frame.top
        )
        labels = Self.labels(series, layout: layout) { [x, y] in
            PlotPoint(x: x.position($0.sparsity), y: y.position($0.median))
        }
    }

    /// The corners of a method's band, once around.
    func band(_ series: Series) -> [PlotPoint] {
        series.summaries.map { PlotPoint(x: x.position($0.sparsity), y: y.position($0.highest)) }
            + series.summaries.reversed().map {
                PlotPoint(x: x.position($0.sparsity), y: y.position($0.lowest))
            }
    }

    func point(_ summary: TransferReport.Summary) -> PlotPoint {
        PlotPoint(x: x.position(summary.sparsity), y: y.position(summary.median))
    }

    /// Where the data is drawn.
    package var frame: PlotBox { layout.frame }

    /// Everything that is drawn.
    package var places: [PlotPoint] {
        series.flatMap { $0.summaries.map(point) + band($0) }
    }

    /// The methods' names beside their lines, best at the sparse end, where methods differ most.
    private static func labels(
        _ series: [Series], layout: PlotLayout, point: (TransferReport.Summary) -> PlotPoint
    ) -> [PlotLabels.Label] {
        var labels = PlotLabels(textHeight: layout.textHeight, frame: layout.frame)
        for series in series {
            let points = series.summaries.map(point)
            for mark in points { labels.keepClear(of: mark, radius: 5) }
            for (start, end) in zip(points, points.dropFirst()) { labels.keepClear(from: start, to: end) }
        }
        for line in series {
            let rivals = series.filter { $0.method != line.method }.flatMap { $0.summaries.map(point) }
            labels.place(
                line.method, style: "name \(line.style)", isBold: true,
                near: line.summaries.reversed().map(point),
                rivals: rivals, within: 50)
        }
        return labels.placed
    }
}
