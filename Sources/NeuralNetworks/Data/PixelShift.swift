/// By how many pixels an image is moved to the right and down. Pixels that leave are lost, what comes in is
/// background.
package struct PixelShift: Sendable {
    let right: Int
    let down: Int

    package init(right: Int, down: Int) {
        self.right = right
        self.down = down
    }

    package static let none = PixelShift(right: 0, down: 0)

    /// A shift by at most `distance` along each axis, each equally likely.
    static func random(distance: Int, using generator: inout some RandomNumberGenerator) -> PixelShift {
        PixelShift(
            right: .random(in: -distance...distance, using: &generator),
            down: .random(in: -distance...distance, using: &generator))
    }
}
