/// How a digit lies on its image: a linear map and a shift, from the digit's box to pixels.
struct Pose {
    private let a, b, c, d: Double
    private let centre: Point

    init(using generator: inout some RandomNumberGenerator) {
        let height = generator.uniform(16...21)
        let width = height * generator.uniform(0.75...1.2)
        let slant = generator.normal(0.16) + 0.10
        // With t = tan(angle / 2), cosine and sine are rational and need no library.
        let t = generator.normal(0.05)
        let cosine = (1 - t * t) / (1 + t * t)
        let sine = 2 * t / (1 + t * t)
        a = cosine * width
        b = (-cosine * slant - sine) * height
        c = sine * width
        d = (cosine - sine * slant) * height
        let middle = Double(DrawnDigits.side) / 2
        centre = Point(x: middle + generator.normal(1.1), y: middle + generator.normal(1.1))
    }

    /// Returns where a point of the digit's box lies on the image, in pixels.
    func apply(_ point: Point) -> Point {
        let (x, y) = (point.x - 0.35, point.y - 0.5)
        return Point(x: a * x + b * y, y: c * x + d * y) + centre
    }
}
