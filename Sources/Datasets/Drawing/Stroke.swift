/// One movement of the pen: points that it passes, along straight lines or a smooth curve.
struct Stroke {
    enum Kind { case straight, curved, closed }

    let kind: Kind
    var points: [Point]

    init(_ kind: Kind, _ points: [(Double, Double)]) {
        self.kind = kind
        self.points = points.map { Point(x: $0.0, y: $0.1) }
    }

    /// A closed curve through eight points of an ellipse.
    static func ellipse(_ x: Double, _ y: Double, _ radiusX: Double, _ radiusY: Double) -> Stroke {
        let diagonal = 0.707_106_781_186_547_6
        let circle = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)]
        return Stroke(
            .closed,
            circle.map { cosine, sine in
                let length = cosine != 0 && sine != 0 ? diagonal : 1
                return (x + radiusX * length * Double(cosine), y + radiusY * length * Double(sine))
            })
    }

    /// Returns the corners of a polyline that follows the stroke; curves are Catmull–Rom splines.
    func polyline() -> [Point] {
        guard kind != .straight else { return points }
        let count = points.count
        let steps = 5
        func point(_ index: Int) -> Point {
            kind == .closed
                ? points[(index + count) % count] : points[Swift.min(Swift.max(index, 0), count - 1)]
        }
        var corners = [points[0]]
        for index in 0..<(kind == .closed ? count : count - 1) {
            let (p0, p1, p2, p3) = (point(index - 1), point(index), point(index + 1), point(index + 2))
            for step in 1...steps {
                let t = Double(step) / Double(steps)
                let linear = t * (p2 - p0)
                let quadratic = (t * t) * (2 * p0 - 5 * p1 + 4 * p2 - p3)
                let cubic = (t * t * t) * (3 * p1 - p0 - 3 * p2 + p3)
                corners.append(p1 + 0.5 * (linear + quadratic + cubic))
            }
        }
        return corners
    }
}
