/// A point of the plane; x goes right, y goes down.
struct Point: Hashable {
    var x: Double
    var y: Double

    static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
    static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
    static func * (factor: Double, a: Point) -> Point { Point(x: factor * a.x, y: factor * a.y) }

    /// The inner product.
    func dot(_ other: Point) -> Double { x * other.x + y * other.y }
}
