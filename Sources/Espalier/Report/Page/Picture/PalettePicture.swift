/// A picture of at most 16 colours, which may be transparent.
package struct PalettePicture: Sendable, Hashable {
    /// A colour with its opacity, each 0 … 255.
    package struct Color: Sendable, Hashable {
        package var red: UInt8
        package var green: UInt8
        package var blue: UInt8
        package var alpha: UInt8

        package init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8 = 255) {
            self.red = red
            self.green = green
            self.blue = blue
            self.alpha = alpha
        }
    }

    package let width: Int
    package let height: Int
    package let palette: [Color]
    /// One index into the palette per pixel, row by row.
    package let pixels: [UInt8]

    /// - Precondition: sizes are positive and fit, the palette has 1 … 16 colours, and the pixels lie in it.
    package init(width: Int, height: Int, palette: [Color], pixels: [UInt8]) {
        precondition(
            width > 0 && height > 0 && width < 1 << 14 && height < 1 << 14, "1 … 16,383 pixels a side")
        precondition(pixels.count == width * height, "one index per pixel")
        precondition((1...16).contains(palette.count), "1 … 16 colours")
        precondition(pixels.allSatisfy { $0 < palette.count }, "pixels are indices into the palette")
        self.width = width
        self.height = height
        self.palette = palette
        self.pixels = pixels
    }
}
