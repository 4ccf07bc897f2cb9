/// The widths and zero points that affine quantization aims at; the parameters of ZEN unless said otherwise.
public struct AffineQuantizationOptions: Hashable, Sendable {
    /// k: the bits of a multiplier's fraction, 10 … 40.
    public let fractionBits: Int
    /// Declared for every layer: M < 2^multiplierBits. 9 … 40.
    public let multiplierBits: Int
    /// Declared for every layer: |B + M′| < 2^(offsetBits − 1). 1 … 62.
    public let offsetBits: Int
    /// z_Y of every layer; nil takes it from the least and the largest value on the calibration images.
    ///
    /// A zero point is public. With a fixed one, circuits of all networks of one shape are the same.
    public let zeroPoint: Int?

    /// The least multiplier: rounding M down costs at most one part in so many.
    static let leastMultiplier = 256

    /// - Precondition: the numbers lie in their ranges; a fixed zero point is 1 … 254.
    public init(
        fractionBits: Int = 22, multiplierBits: Int = 14, offsetBits: Int = 25, zeroPoint: Int? = nil
    ) {
        precondition((10...40).contains(fractionBits), "k is 10 … 40")
        precondition((9...40).contains(multiplierBits), "a multiplier has 9 … 40 bits")
        precondition((1...62).contains(offsetBits), "an offset has 1 … 62 bits")
        precondition(zeroPoint.map((1...254).contains) ?? true, "a fixed zero point is 1 … 254")
        self.fractionBits = fractionBits
        self.multiplierBits = multiplierBits
        self.offsetBits = offsetBits
        self.zeroPoint = zeroPoint
    }
}
