import NeuralNetworks
import OrderedCollections

/// The input transform in a model's metadata: `espalier.inputBits` (1 … 8) and, where there are boxes,
/// `espalier.inputBoxes` (`2x2 of 28x28`).
package enum InputDeclaration {
    package static let bitsKey = "espalier.inputBits"
    package static let boxesKey = "espalier.inputBoxes"

    /// Returns what becomes of an image, as a model's metadata says it: all 8 bits of each pixel where it says
    /// nothing.
    ///
    /// - Parameter count: elements of the model's input.
    /// - Throws: `malformed` naming the key for another text; `declarationMismatch` where the boxes are not `count`.
    static func transform(
        in metadata: OrderedDictionary<String, String>, making count: Int
    ) throws(ModelFormatError) -> InputTransform {
        var transform = InputTransform()
        if let text = metadata[bitsKey] {
            guard let bits = Int(text), (1...8).contains(bits), text == "\(bits)" else {
                throw ModelFormatError(.malformed, at: bitsKey)
            }
            transform = InputTransform(bits: bits)
        }
        guard let text = metadata[boxesKey] else { return transform }
        guard let boxes = InputTransform.Boxes(text) else { throw ModelFormatError(.malformed, at: boxesKey) }
        guard boxes.count == count else { throw ModelFormatError(.declarationMismatch, at: boxesKey) }
        return InputTransform(bits: transform.bits, boxes: boxes)
    }

    /// Adds a transform to a model's metadata. Boxes are said where there are some.
    static func add(_ transform: InputTransform, to metadata: inout OrderedDictionary<String, String>) {
        metadata[bitsKey] = "\(transform.bits)"
        metadata[boxesKey] = transform.boxes?.description
    }

    /// Takes a transform out of a model's metadata.
    static func remove(from metadata: inout OrderedDictionary<String, String>) {
        metadata[bitsKey] = nil
        metadata[boxesKey] = nil
    }
}
