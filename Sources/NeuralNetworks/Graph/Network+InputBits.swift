extension Network {
    /// The key of `inputBits` in the metadata.
    package static let inputBitsKey = "espalier.inputBits"

    /// The bits per pixel, 1 … 8, of the images that the network was trained on; 8 where nothing is remembered.
    ///
    /// It travels in the metadata, so that pruning and quantization show the network the same images again.
    ///
    /// - Precondition: a new value lies in 1 … 8.
    public var inputBits: Int {
        get { metadata[Self.inputBitsKey].flatMap(Self.inputBits) ?? 8 }
        set {
            precondition((1...8).contains(newValue), "a pixel has 1 to 8 bits")
            metadata[Self.inputBitsKey] = newValue == 8 ? nil : String(newValue)
        }
    }

    /// Returns the number of bits that a text of the metadata stands for, `nil` if it is none of 1 … 8.
    package static func inputBits(_ text: String) -> Int? {
        Int(text).flatMap { (1...8).contains($0) ? $0 : nil }
    }
}
