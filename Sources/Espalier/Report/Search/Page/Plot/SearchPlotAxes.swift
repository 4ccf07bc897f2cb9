/// The axes of a search's plot. Where networks of others are far larger than all candidates, they stand behind a
/// break of the axis of constraints, so that the candidates keep the room.
struct SearchPlotAxes: Sendable {
    let layout: PlotLayout
    /// Of the candidates.
    let x: LogarithmicScale
    let y: AccuracyScale
    /// Of the networks of others behind the break, if there is one.
    let beyond: LogarithmicScale?
    private let beyondCounts: [Int]

    init(_ report: SearchReport, layout: PlotLayout) {
        self.layout = layout
        let frame = layout.frame
        let published = report.published.filter(\.accuracy.isFinite)
        let own = report.points.map(\.constraints.total)
        let isFar = !own.isEmpty && published.contains { $0.constraints / 3 > own.max() ?? 0 }
        let counts = own + (isFar ? [] : published.map(\.constraints))
        beyondCounts = isFar ? published.map(\.constraints).sorted() : []
        let inset = 1.2 * layout.textHeight
        let strip = layout == .wide ? 170.0 : 66
        let end = isFar ? frame.right - strip : frame.right
        let ratio = Double(max(1, counts.max() ?? 1)) / Double(max(1, counts.min() ?? 1))
        x = LogarithmicScale(
            covering: counts, positions: frame.left + inset...end - inset,
            steps: ratio > (layout == .wide ? 5000 : 80) ? .tens : .oneTwoFive)
        beyond =
            isFar
            ? LogarithmicScale(
                covering: beyondCounts, positions: end + inset...frame.right - inset, steps: .oneTwoFive)
            : nil
        y = AccuracyScale(
            around: Self.shownAccuracies(report, published), start: frame.bottom, end: frame.top)
    }

    /// The place of a candidate.
    func place(_ constraints: Int, _ accuracy: Double) -> PlotPoint {
        PlotPoint(x: x.position(constraints), y: y.position(accuracy))
    }

    /// The place of a network of others.
    func publishedPlace(_ published: SearchReport.Published) -> PlotPoint {
        PlotPoint(x: (beyond ?? x).position(published.constraints), y: y.position(published.accuracy))
    }

    /// Where the candidates' part of the plot ends.
    var candidatesEnd: Double { x.positions.upperBound }

    /// Where the axis is broken.
    var breakPosition: Double? {
        beyond.map { (x.positions.upperBound + $0.positions.lowerBound) / 2 }
    }

    /// The ticks of the constraints, those behind the break at the networks of others themselves.
    var columns: [PlotGrid.Tick] {
        var ticks = PlotGrid.ticks(x, layout: layout)
        guard let beyond else { return ticks }
        let room = layout.textHeight * (layout == .wide ? 6 : 3)
        for count in beyondCounts.reversed() {
            let position = beyond.position(count)
            guard ticks.allSatisfy({ abs($0.position - position) > room }) else { continue }
            let text =
                layout == .wide || count < 1000
                ? NumberText.grouped(count) : "\(NumberText.grouped((count / 100 + 5) / 10))k"
            ticks.append(PlotGrid.Tick(position: position, text: text))
        }
        return ticks
    }

    /// The accuracies that the axis must reach: what was chosen, what cannot be beaten, what others have, and
    /// what makes at most twice the mistakes of the worst of these.
    private static func shownAccuracies(
        _ report: SearchReport, _ published: [SearchReport.Published]
    ) -> [Double] {
        let notable = (report.frontier + report.chosen).flatMap { point in
            [point.validationAccuracy] + [point.testAccuracy].compactMap(\.self)
        }
        let known = (notable + published.map(\.accuracy)).filter(\.isFinite)
        let all = report.points.map(\.validationAccuracy).filter(\.isFinite)
        guard !notable.isEmpty, let worst = known.min() else { return known + all }
        return known + all.filter { 1 - $0 <= 2 * (1 - worst) }
    }
}
