/// The lines, ticks and names of a plot's axes.
struct PlotGrid: Sendable {
    /// A position on an axis and the text beside it.
    struct Tick: Sendable {
        var position: Double
        var text: String
    }

    let layout: PlotLayout
    var columns: [Tick]
    var rows: [Tick]
    /// What the columns count.
    var columnName: String
    /// What the rows measure.
    var rowName: String

    var svg: HTML {
        let frame = layout.frame
        let textHeight = layout.textHeight
        return HTML("g", ["class": "grid"]) {
            for tick in columns {
                HTML.line(
                    from: PlotPoint(x: tick.position, y: frame.top),
                    to: PlotPoint(x: tick.position, y: frame.bottom))
                HTML.text(
                    tick.text, anchor: "middle",
                    at: PlotPoint(x: tick.position, y: frame.bottom + 1.5 * textHeight))
            }
            for tick in rows {
                HTML.line(
                    from: PlotPoint(x: frame.left, y: tick.position),
                    to: PlotPoint(x: frame.right, y: tick.position))
                HTML.text(
                    tick.text, anchor: "end",
                    at: PlotPoint(x: frame.left - 0.6 * textHeight, y: tick.position + 0.35 * textHeight))
            }
            HTML.text(
                rowName, anchor: "start", at: PlotPoint(x: textHeight * 0.6, y: frame.top - 0.9 * textHeight))
            HTML.text(
                columnName, anchor: "end", at: PlotPoint(x: frame.right, y: frame.bottom + 3 * textHeight))
        }
    }
}

extension PlotGrid {
    /// The lines of an axis of accuracies.
    static func ticks(_ scale: AccuracyScale) -> [Tick] {
        scale.ticks.map { Tick(position: scale.position($0), text: NumberText.plainPercentage($0)) }
    }

    /// The lines of an axis of counts.
    static func ticks(_ scale: LogarithmicScale, layout: PlotLayout) -> [Tick] {
        scale.ticks.map { tick in
            Tick(
                position: scale.position(tick),
                text: layout == .wide ? NumberText.grouped(tick) : short(tick))
        }
    }

    /// A round count in at most four characters.
    private static func short(_ tick: Int) -> String {
        switch tick {
        case 1_000_000_000...: "\(tick / 1_000_000_000)G"
        case 1_000_000...: "\(tick / 1_000_000)M"
        case 1000...: "\(tick / 1000)k"
        default: "\(tick)"
        }
    }
}
