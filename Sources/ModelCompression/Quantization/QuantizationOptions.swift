/// The widths that quantization aims at.
public struct QuantizationOptions: Hashable, Sendable {
    /// Declared for every linear layer: |w| < 2^(weightBits − 1). 2 … 24.
    public let weightBits: Int
    /// Bits of a pixel, 1 … 8: `x >> (8 - inputBits)`.
    public let inputBits: Int
    /// What (nearly) every rectified value fits after its shift, 1 … 32; `nil` for no shifts at all.
    public let activationBits: Int?

    /// - Precondition: the widths lie in their ranges.
    public init(weightBits: Int = 8, inputBits: Int = 8, activationBits: Int? = 8) {
        precondition((2...24).contains(weightBits), "weights have 2 to 24 bits")
        precondition((1...8).contains(inputBits), "a pixel has 1 to 8 bits")
        precondition(activationBits.map((1...32).contains) ?? true, "activations have 1 to 32 bits")
        self.weightBits = weightBits
        self.inputBits = inputBits
        self.activationBits = activationBits
    }
}
