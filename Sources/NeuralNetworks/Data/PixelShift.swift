/// By how many pixels an image is moved to the right and down. Pixels that leave are lost, what comes in is
/// background.
package struct PixelShift: Sendable {
    let right: Int
    let down: Int

    package init(right: Int, down: Int) {
        self.right = right
        self.down = down
    }

    static let none = PixelShift(right: 0, down: 0)

    /// A shift by at most `distance` along each axis, each equally likely.
    static func random(distance: Int, using generator: inout some RandomNumberGenerator) -> PixelShift {
        PixelShift(
            right: .random(in: -distance...distance, using: &generator),
            down: .random(in: -distance...distance, using: &generator))
    }
}

extension LabeledImages {
    /// Writes the pixels of an image as fractions of 255, moved by a shift.
    ///
    /// - Precondition: `target` has an element per pixel.
    package func writeFractions(
        ofImage index: Int, shift: PixelShift, to target: UnsafeMutableBufferPointer<Float>
    ) {
        precondition(target.count == pixelsPerImage && labels.indices.contains(index))
        target.update(repeating: 0)
        let scale: Float = 1 / 255
        let firstColumn = min(max(0, shift.right), width)
        let columns = firstColumn..<max(firstColumn, min(width, width + shift.right))
        pixels.withUnsafeBufferPointer { pixels in
            let source = pixels.baseAddress! + index * pixelsPerImage
            for y in 0..<height where (0..<height).contains(y - shift.down) {
                let line = (y - shift.down) * width - shift.right
                for x in columns { target[y * width + x] = Float(source[line + x]) * scale }
            }
        }
    }
}

extension Matrix {
    /// Fills a row with an image.
    mutating func setRow(_ row: Int, to images: LabeledImages, index: Int, shift: PixelShift) {
        let columns = columns
        elements.withUnsafeMutableBufferPointer {
            images.writeFractions(
                ofImage: index, shift: shift,
                to: UnsafeMutableBufferPointer(rebasing: $0[row * columns..<(row + 1) * columns]))
        }
    }
}
