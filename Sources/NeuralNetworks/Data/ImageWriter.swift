/// Writes images as a float network sees them: moved, transformed, as fractions.
///
/// Moves happen on pixels, before boxes and bits. Nothing is allocated per image.
package struct ImageWriter: Sendable {
    private let transform: InputTransform
    /// By the pixel; with boxes, by the box's integer.
    private let fractions: [Float]

    package init(_ transform: InputTransform) {
        self.transform = transform
        fractions =
            transform.boxes == nil
            ? (0...255).map { transform.fraction($0 >> (8 - transform.bits)) }
            : (0...transform.largestValue).map(transform.fraction)
    }

    /// Writes what becomes of an image that is moved by a shift.
    ///
    /// - Precondition: `target` has an element per value that the transform makes of these images.
    package func write(
        _ index: Int, of images: LabeledImages, shift: PixelShift,
        to target: UnsafeMutableBufferPointer<Float>
    ) {
        precondition(transform.makes(target.count, of: images) && images.labels.indices.contains(index))
        let firstColumn = min(max(0, shift.right), images.width)
        let columns = firstColumn..<max(firstColumn, min(images.width, images.width + shift.right))
        let firstRow = min(max(0, shift.down), images.height)
        let rows = firstRow..<max(firstRow, min(images.height, images.height + shift.down))
        images.pixels.withUnsafeBufferPointer { pixels in
            // Where the pixel lies that is moved to (0, 0): perhaps outside, but rows and columns are those inside.
            let source = index * images.pixelsPerImage - shift.down * images.width - shift.right
            fractions.withUnsafeBufferPointer { fractions in
                guard let boxes = transform.boxes else {
                    target.update(repeating: 0)
                    for y in rows {
                        let line = y * images.width
                        for x in columns { target[line + x] = fractions[Int(pixels[source + line + x])] }
                    }
                    return
                }
                let divisor = transform.divisor
                for box in target.indices {
                    let (row, column) = box.quotientAndRemainder(dividingBy: boxes.columns)
                    var sum = 0
                    for y in Self.part(row, of: boxes, in: rows) {
                        let line = source + y * images.width
                        for x in Self.part(column, of: boxes, in: columns) { sum += Int(pixels[line + x]) }
                    }
                    target[box] = fractions[sum / divisor]
                }
            }
        }
    }

    /// The part of a range of rows or columns that lies in a box; empty where there is none.
    @inline(__always)
    private static func part(
        _ position: Int, of boxes: InputTransform.Boxes, in range: Range<Int>
    ) -> Range<Int> {
        (position * boxes.side..<(position + 1) * boxes.side).clamped(to: range)
    }
}

extension Matrix {
    /// Fills a row with an image.
    mutating func setRow(
        _ row: Int, to images: LabeledImages, index: Int, shift: PixelShift, by writer: ImageWriter
    ) {
        let columns = columns
        elements.withUnsafeMutableBufferPointer {
            writer.write(
                index, of: images, shift: shift,
                to: UnsafeMutableBufferPointer(rebasing: $0[row * columns..<(row + 1) * columns]))
        }
    }
}
