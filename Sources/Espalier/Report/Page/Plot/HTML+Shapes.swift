/// The shapes that plots are drawn with; coordinates are written with one decimal.
extension HTML {
    /// The element that holds a plot, without a fixed size.
    static func plot(
        _ layout: PlotLayout, role: String = "img", describedAs description: String,
        @HTMLBuilder content: () -> [HTML]
    ) -> HTML {
        HTML(
            "svg",
            [
                "class": layout.style,
                "viewBox": "0 0 \(Int(layout.size.width)) \(Int(layout.size.height))", "role": role,
                "aria-label": description, "font-size": coordinate(layout.textHeight),
            ], content: content)
    }

    static func line(from start: PlotPoint, to end: PlotPoint, style: String? = nil) -> HTML {
        shape(
            "line", style,
            [
                ("x1", coordinate(start.x)), ("y1", coordinate(start.y)), ("x2", coordinate(end.x)),
                ("y2", coordinate(end.y)),
            ])
    }

    /// A line through the points.
    static func polyline(_ points: [PlotPoint], style: String) -> HTML {
        shape("polyline", style, [("points", coordinates(points))])
    }

    static func polygon(_ points: [PlotPoint], style: String) -> HTML {
        shape("polygon", style, [("points", coordinates(points))])
    }

    static func circle(_ centre: PlotPoint, radius: Double, style: String) -> HTML {
        shape(
            "circle", style,
            [("cx", coordinate(centre.x)), ("cy", coordinate(centre.y)), ("r", coordinate(radius))])
    }

    /// A square that stands on a corner.
    static func diamond(_ centre: PlotPoint, radius: Double = 6, style: String) -> HTML {
        let corners = [(0.0, -radius), (radius, 0), (0, radius), (-radius, 0)]
        return polygon(corners.map { PlotPoint(x: centre.x + $0.0, y: centre.y + $0.1) }, style: style)
    }

    static func text(_ text: String, anchor: String, at point: PlotPoint, style: String? = nil) -> HTML {
        shape(
            "text", style,
            [("text-anchor", anchor), ("x", coordinate(point.x)), ("y", coordinate(point.y))], [.text(text)])
    }

    /// A label in the place that was found for it.
    static func label(_ label: PlotLabels.Label) -> HTML {
        let centre = (label.box.left + label.box.right) / 2
        return text(
            label.text, anchor: "middle",
            at: PlotPoint(x: centre, y: label.box.top + 0.78 * label.box.height),
            style: "label \(label.style)")
    }

    private static func shape(
        _ name: String, _ style: String?, _ attributes: [(name: String, value: String)],
        _ content: [HTML] = []
    ) -> HTML {
        let all = (style.map { [(name: "class", value: $0)] } ?? []) + attributes
        return .element(
            name: name, attributes: all.map { Attribute(name: $0.name, value: $0.value) }, content: content)
    }

    private static func coordinates(_ points: [PlotPoint]) -> String {
        points.map { "\(coordinate($0.x)),\(coordinate($0.y))" }.joined(separator: " ")
    }

    private static func coordinate(_ value: Double) -> String {
        "\(Double(Int((value * 10).rounded())) / 10)"
    }
}
