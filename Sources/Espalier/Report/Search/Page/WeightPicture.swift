#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The weights of one neuron as a picture: orange speaks for it, blue against it, and what was pruned is left out.
package struct WeightPicture: Sendable {
    package let filter: SearchReport.Filter
    package let width: Int
    package let height: Int

    /// - Precondition: the filter has `width * height` weights.
    package init(_ filter: SearchReport.Filter, width: Int, height: Int) {
        precondition(filter.weights.count == width * height, "one weight per pixel")
        self.filter = filter
        self.width = width
        self.height = height
    }

    /// The magnitude that has the strongest colour: the picture's own largest.
    package var largest: UInt {
        filter.survivors.map(\.magnitude).max() ?? 0
    }

    /// The picture; nil if the image has no pixels.
    ///
    /// Index 0 is what was pruned, 8 a weight of zero that was not; from there on, seven steps of strength lead
    /// down to the strongest against and up to the strongest for.
    package var picture: PalettePicture? {
        guard width > 0, height > 0 else { return nil }
        let largest = max(1, largest)
        let pixels = filter.weights.map { weight in
            guard let weight else { return UInt8(0) }
            let share = Double(weight.magnitude) / Double(largest)
            let step = UInt8((share * 7).rounded(.up))
            return weight < 0 ? 8 - step : 8 + step
        }
        return PalettePicture(width: width, height: height, palette: Self.palette, pixels: pixels)
    }

    /// The picture as an `img` element that holds its data itself.
    func image(describedAs description: String) -> HTML? {
        picture.map { picture in
            HTML(
                "img",
                [
                    "alt": description, "width": "\(3 * picture.width)", "height": "\(3 * picture.height)",
                    "src": "data:image/png;base64," + Data(picture.png).base64EncodedString(),
                ])
        }
    }

    private static let palette: [PalettePicture.Color] =
        [PalettePicture.Color(red: 0, green: 0, blue: 0, alpha: 0)]
        + (1...7).reversed().map { .init(red: 38, green: 118, blue: 214, alpha: opacity($0)) }
        + [.init(red: 128, green: 128, blue: 128, alpha: 72)]
        + (1...7).map { .init(red: 226, green: 94, blue: 22, alpha: opacity($0)) }

    /// Weak weights still show.
    private static func opacity(_ step: Int) -> UInt8 {
        UInt8(66 + 27 * step)
    }
}
