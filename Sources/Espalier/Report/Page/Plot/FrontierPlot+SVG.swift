extension FrontierPlot {
    /// The picture as an `svg` element without a fixed size.
    package var svg: HTML {
        let (width, height) = layout.size
        return HTML(
            "svg",
            [
                "class": layout.style, "viewBox": "0 0 \(Int(width)) \(Int(height))", "role": "img",
                "aria-label": "Accuracy against constraints, on a logarithmic axis; the table below has the "
                    + "numbers.", "font-size": Self.text(layout.textHeight),
            ]
        ) {
            grid
            for series in series.reversed() { line(series) }
            for series in series.reversed() { marks(series) }
            for label in labels {
                HTML(
                    "text",
                    [
                        "class": "label \(label.style)", "text-anchor": "middle",
                        "x": Self.text((label.box.left + label.box.right) / 2),
                        "y": Self.text(label.box.top + 0.78 * label.box.height),
                    ], label.text)
            }
        }
    }

    private var grid: HTML {
        HTML("g", ["class": "grid"]) {
            for tick in x.ticks {
                rule(from: (x.position(tick), frame.top), to: (x.position(tick), frame.bottom))
                text(
                    layout == .wide ? NumberText.grouped(tick) : Self.short(tick), anchor: "middle",
                    at: (x.position(tick), frame.bottom + 1.5 * layout.textHeight))
            }
            for tick in y.ticks {
                let position = y.position(tick)
                rule(from: (frame.left, position), to: (frame.right, position))
                text(
                    NumberText.plainPercentage(tick), anchor: "end",
                    at: (frame.left - 0.6 * layout.textHeight, position + 0.35 * layout.textHeight))
            }
            text(
                "test images right, %", anchor: "start",
                at: (layout.textHeight * 0.6, frame.top - 0.9 * layout.textHeight))
            text(
                "constraints of the proof", anchor: "end",
                at: (frame.right, frame.bottom + 3 * layout.textHeight))
        }
    }

    private func line(_ series: FrontierSeries) -> HTML {
        let points = series.marks.map(point).map { "\(Self.text($0.x)),\(Self.text($0.y))" }
        return HTML("polyline", ["class": "line \(series.style)", "points": points.joined(separator: " ")])
    }

    private func marks(_ series: FrontierSeries) -> HTML {
        HTML("g", ["class": "marks \(series.style)"]) {
            for mark in series.marks {
                HTML("g") {
                    HTML("title", mark.title)
                    circle(point(mark), radius: 12, style: "reach")
                    if series.style == "paper" {
                        diamond(point(mark))
                    } else {
                        circle(point(mark), radius: mark.isHeadline ? 6.5 : 4.2, style: "mark")
                    }
                }
            }
        }
    }

    private func circle(_ centre: PlotPoint, radius: Double, style: String) -> HTML {
        HTML(
            "circle",
            [
                "class": style, "cx": Self.text(centre.x), "cy": Self.text(centre.y), "r": Self.text(radius),
            ])
    }

    private func diamond(_ centre: PlotPoint) -> HTML {
        let corners = [(0.0, -6.0), (6, 0), (0, 6), (-6, 0)]
        let points = corners.map { "\(Self.text(centre.x + $0.0)),\(Self.text(centre.y + $0.1))" }
        return HTML("polygon", ["class": "mark", "points": points.joined(separator: " ")])
    }

    private func rule(from start: (Double, Double), to end: (Double, Double)) -> HTML {
        HTML(
            "line",
            [
                "x1": Self.text(start.0), "y1": Self.text(start.1), "x2": Self.text(end.0),
                "y2": Self.text(end.1),
            ])
    }

    private func text(_ text: String, anchor: String, at position: (Double, Double)) -> HTML {
        HTML(
            "text", ["text-anchor": anchor, "x": Self.text(position.0), "y": Self.text(position.1)], text)
    }

    /// A coordinate with one decimal.
    private static func text(_ coordinate: Double) -> String {
        let tenths = Int((coordinate * 10).rounded())
        return "\(Double(tenths) / 10)"
    }

    /// A power of ten in at most four characters.
    private static func short(_ tick: Int) -> String {
        switch tick {
        case 1_000_000_000...: "\(tick / 1_000_000_000)G"
        case 1_000_000...: "\(tick / 1_000_000)M"
        case 1000...: "\(tick / 1000)k"
        default: "\(tick)"
        }
    }
}
