/// By how many pixels an image is moved to the right and down. Pixels that leave are lost, what comes in is
/// background.
struct PixelShift: Sendable {
    let right: Int
    let down: Int

    static let none = PixelShift(right: 0, down: 0)

    /// A shift by at most `distance` along each axis, each equally likely.
    static func random(distance: Int, using generator: inout some RandomNumberGenerator) -> PixelShift {
        PixelShift(
            right: .random(in: -distance...distance, using: &generator),
            down: .random(in: -distance...distance, using: &generator))
    }
}

extension Matrix {
    /// Writes an image, moved by a shift, into a row; pixels become fractions of 255.
    mutating func setRow(_ row: Int, to images: LabeledImages, index: Int, shift: PixelShift) {
        let (width, height) = (images.width, images.height)
        let scale: Float = 1 / 255
        elements.withUnsafeMutableBufferPointer { elements in
            let target = elements.baseAddress! + row * columns
            target.update(repeating: 0, count: columns)
            images.pixels.withUnsafeBufferPointer { pixels in
                let source = pixels.baseAddress! + index * images.pixelsPerImage
                let columnsKept = max(0, shift.right)..<max(0, min(width, width + shift.right))
                for y in 0..<height where (0..<height).contains(y - shift.down) {
                    let line = (y - shift.down) * width - shift.right
                    for x in columnsKept { target[y * width + x] = Float(source[line + x]) * scale }
                }
            }
        }
    }
}
