extension FrontierPlot {
    /// The picture as an `svg` element without a fixed size.
    package var svg: HTML {
        HTML.plot(
            layout,
            describedAs:
                "Accuracy against constraints, on a logarithmic axis; the table below has the numbers."
        ) {
            PlotGrid(
                layout: layout, columns: PlotGrid.ticks(x, layout: layout), rows: PlotGrid.ticks(y),
                columnName: "constraints of the proof", rowName: "test images right, %"
            ).svg
            for series in series.reversed() {
                HTML.polyline(series.marks.map(point), style: "line \(series.style)")
            }
            for series in series.reversed() { marks(series) }
            for label in labels { HTML.label(label) }
        }
    }

    private func marks(_ series: FrontierSeries) -> HTML {
        HTML("g", ["class": "marks \(series.style)"]) {
            for mark in series.marks {
                HTML("g") {
                    HTML("title", mark.title)
                    HTML.circle(point(mark), radius: 12, style: "reach")
                    if series.style == "paper" {
                        HTML.diamond(point(mark), style: "mark")
                    } else {
                        HTML.circle(point(mark), radius: mark.isHeadline ? 6.5 : 4.2, style: "mark")
                    }
                }
            }
        }
    }
}
