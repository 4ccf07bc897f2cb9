/// A square of grey levels in 0 … 1 on which lines are drawn with soft edges.
struct Canvas {
    let side: Int
    private(set) var levels: [Double]

    init(side: Int) {
        self.side = side
        levels = [Double](repeating: 0, count: side * side)
    }

    /// Draws a line with round ends; where lines overlap, the darker one counts.
    mutating func draw(from start: Point, to end: Point, halfWidth: Double) {
        let reach = halfWidth + 0.5
        let columns = pixels(Swift.min(start.x, end.x) - reach, Swift.max(start.x, end.x) + reach)
        let rows = pixels(Swift.min(start.y, end.y) - reach, Swift.max(start.y, end.y) + reach)
        let direction = end - start
        let squaredLength = direction.dot(direction)
        let scale = squaredLength > 0 ? 1 / squaredLength : 0
        for row in rows {
            for column in columns {
                let toPixel = Point(x: Double(column) + 0.5, y: Double(row) + 0.5) - start
                let along = Swift.min(Swift.max(toPixel.dot(direction) * scale, 0), 1)
                let offset = toPixel - along * direction
                let squaredDistance = offset.dot(offset)
                guard squaredDistance < reach * reach else { continue }
                let level = Swift.min(reach - squaredDistance.squareRoot(), 1)
                levels[row * side + column] = Swift.max(levels[row * side + column], level)
            }
        }
    }

    /// Returns the pixels whose centres lie between two coordinates.
    private func pixels(_ low: Double, _ high: Double) -> Range<Int> {
        let bound = Double(side)
        let first = Swift.min(Swift.max((low - 0.5).rounded(.up), 0), bound)
        let last = Swift.min(Swift.max((high + 0.5).rounded(.up), first), bound)
        return Int(first)..<Int(last)
    }
}
