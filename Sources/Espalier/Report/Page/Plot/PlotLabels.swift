/// Finds places for the labels of a plot that cover neither each other nor what is drawn.
package struct PlotLabels: Sendable {
    /// A text and where it found its place.
    package struct Label: Sendable, Hashable {
        package var text: String
        package var style: String
        package var box: PlotBox
    }

    /// The height of a line of text; its characters are taken to be a little wider than they are.
    package let textHeight: Double
    /// Labels stay inside.
    package let frame: PlotBox
    /// What labels keep clear of.
    package private(set) var obstacles: [PlotBox] = []
    package private(set) var placed: [Label] = []

    package init(textHeight: Double, frame: PlotBox) {
        self.textHeight = textHeight
        self.frame = frame
    }

    /// Keeps a square around a point clear.
    package mutating func keepClear(of point: PlotPoint, radius: Double) {
        obstacles.append(
            PlotBox(left: point.x - radius, top: point.y - radius, width: 2 * radius, height: 2 * radius))
    }

    /// Keeps a straight line clear.
    package mutating func keepClear(from start: PlotPoint, to end: PlotPoint) {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let steps = max(1, Int((max(abs(dx), abs(dy)) / 3).rounded(.up)))
        for step in 0...steps {
            let share = Double(step) / Double(steps)
            keepClear(of: PlotPoint(x: start.x + share * dx, y: start.y + share * dy), radius: 1.5)
        }
    }

    /// Places a label beside the first of the points beside which there is room, as close as there is, and
    /// closer to that point than to any of the rivals, so that nobody takes it for theirs.
    ///
    /// - Parameter clutter: what this label keeps clear of besides the obstacles.
    /// - Returns: whether there was room.
    @discardableResult
    package mutating func place(
        _ text: String, style: String, isBold: Bool = false, near points: [PlotPoint],
        rivals: [PlotPoint] = [], clutter: [PlotBox] = [],
        within reach: Double = 30
    ) -> Bool {
        let width = Double(text.count) * textHeight * (isBold ? 0.68 : 0.6)
        for distance in stride(from: 8, through: reach, by: 3) {
            for point in points {
                for box in Self.boxes(around: point, distance: distance, width: width, height: textHeight)
                where isFree(box) && !clutter.contains(where: box.intersects)
                    && rivals.allSatisfy({ box.distance(to: point) < box.distance(to: $0) })
                {
                    placed.append(Label(text: text, style: style, box: box))
                    obstacles.append(box)
                    return true
                }
            }
        }
        return false
    }

    private func isFree(_ box: PlotBox) -> Bool {
        frame.contains(box) && !obstacles.contains(where: box.intersects)
    }

    /// Above, below, right, left, then the corners.
    private static func boxes(
        around point: PlotPoint, distance: Double, width: Double, height: Double
    ) -> [PlotBox] {
        let left = point.x - distance - width
        let right = point.x + distance
        let above = point.y - distance - height
        let below = point.y + distance
        let centre = (x: point.x - width / 2, y: point.y - height / 2)
        let corners = [
            (centre.x, above), (centre.x, below), (right, centre.y), (left, centre.y),
            (right - distance / 2, above), (left + distance / 2, above), (right - distance / 2, below),
            (left + distance / 2, below),
        ]
        return corners.map { PlotBox(left: $0.0, top: $0.1, width: width, height: height) }
    }
}
