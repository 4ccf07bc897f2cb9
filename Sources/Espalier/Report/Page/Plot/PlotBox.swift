/// A rectangle of a plot that other things must not cover.
package struct PlotBox: Sendable, Hashable {
    package var left: Double
    package var top: Double
    package var width: Double
    package var height: Double

    package init(left: Double, top: Double, width: Double, height: Double) {
        self.left = left
        self.top = top
        self.width = width
        self.height = height
    }

    package var right: Double { left + width }
    package var bottom: Double { top + height }

    package func intersects(_ other: PlotBox) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    package func contains(_ other: PlotBox) -> Bool {
        left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
    }

    /// The distance from the nearest part of the box.
    package func distance(to point: PlotPoint) -> Double {
        let dx = max(left - point.x, 0, point.x - right)
        let dy = max(top - point.y, 0, point.y - bottom)
        return (dx * dx + dy * dy).squareRoot()
    }
}
