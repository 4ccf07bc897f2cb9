/// An image drawn as vector graphics: ink in the colour of the text, one rectangle per run of equal pixels.
package struct DigitPicture: Sendable {
    package let image: PruningReport.Image

    package init(_ image: PruningReport.Image) {
        self.image = image
    }

    /// The picture as an `svg` element without a fixed size.
    package var svg: HTML {
        HTML(
            "svg",
            [
                "class": "digit", "viewBox": "0 0 \(image.width) \(image.height)", "role": "img",
                "shape-rendering": "crispEdges",
                "aria-label": "The image: \(image.width) by \(image.height) pixels, labelled \(image.label)",
            ]
        ) {
            for row in 0..<image.height {
                for run in runs(row) {
                    HTML(
                        "rect",
                        [
                            "x": "\(run.start)", "y": "\(row)", "width": "\(run.length)", "height": "1",
                            "fill-opacity": NumberText.fixed(Double(run.value) / 255, decimals: 2),
                        ])
                }
            }
        }
    }

    private struct Run {
        var start: Int
        var length: Int
        var value: UInt8
    }

    /// The runs of equal pixels of a row, without the background.
    private func runs(_ row: Int) -> [Run] {
        var runs: [Run] = []
        for (column, value) in image.pixels[row * image.width..<(row + 1) * image.width].enumerated() {
            if let last = runs.last, last.value == value, last.start + last.length == column {
                runs[runs.count - 1].length += 1
            } else if value > 0 {
                runs.append(Run(start: column, length: 1, value: value))
            }
        }
        return runs
    }
}
