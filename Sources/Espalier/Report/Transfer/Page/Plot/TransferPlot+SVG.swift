extension TransferPlot {
    /// The picture as an `svg` element without a fixed size.
    package var svg: HTML {
        HTML.plot(
            layout,
            describedAs:
                "\(name): accuracy against sparsity, a line for each method; the table below has the "
                + "numbers."
        ) {
            PlotGrid(
                layout: layout, columns: columns, rows: PlotGrid.ticks(y), columnName: "weights pruned, %",
                rowName: "test images right, %"
            ).svg
            for series in series {
                HTML.polygon(band(series), style: "band \(series.style)")
            }
            for series in series {
                HTML.polyline(series.summaries.map(point), style: "line \(series.style)")
            }
            for series in series {
                HTML("g", ["class": "marks \(series.style)"]) {
                    for summary in series.summaries {
                        HTML("g") {
                            HTML("title", Self.title(summary))
                            HTML.circle(point(summary), radius: 12, style: "reach")
                            HTML.circle(point(summary), radius: 4.2, style: "mark")
                        }
                    }
                }
            }
            for label in labels { HTML.label(label) }
        }
    }

    /// The measured sparsities, those without room left out.
    private var columns: [PlotGrid.Tick] {
        var ticks: [PlotGrid.Tick] = []
        for sparsity in x.ticks {
            let position = x.position(sparsity)
            if let last = ticks.last, position - last.position < 2.6 * layout.textHeight { continue }
            ticks.append(PlotGrid.Tick(position: position, text: NumberText.plainPercentage(sparsity)))
        }
        return ticks
    }

    private static func title(_ summary: TransferReport.Summary) -> String {
        "\(summary.method), \(NumberText.sparsity(summary.sparsity)) pruned: median "
            + "\(NumberText.accuracy(summary.median)), \(NumberText.accuracy(summary.lowest)) … "
            + NumberText.accuracy(summary.highest)
    }
}
