/// The widths that quantization aims at.
public struct QuantizationOptions: Hashable, Sendable {
    /// Declared for the linear layers, one number for all or one for each in the order of the nodes:
    /// |w| < 2^(weightBits − 1). 2 … 24.
    public let weightBits: [Int]
    /// Declared for every bias, |b| < 2^(biasBits − 1), 2 … 63; `nil` for the fewest bits that hold those of the
    /// layer, which tell something of the biases.
    public let biasBits: Int?
    /// What (nearly) every rectified value fits after its shift, 1 … 32; `nil` for no shifts at all.
    public let activationBits: Int?
    /// What every sum before a rectifier fits, whatever the input: |z| < 2^windowBits, 2 … 32; `nil` for no
    /// such bound. Its rectifier then costs windowBits + 1 constraints at most.
    public let windowBits: Int?

    /// - Precondition: the widths lie in their ranges, and there is at least one of weights.
    public init(
        weightBits: [Int], biasBits: Int? = nil, activationBits: Int? = 8, windowBits: Int? = nil
    ) {
        precondition(!weightBits.isEmpty, "weights have bits")
        precondition(weightBits.allSatisfy((2...24).contains), "weights have 2 to 24 bits")
        precondition(biasBits.map((2...63).contains) ?? true, "biases have 2 to 63 bits")
        precondition(activationBits.map((1...32).contains) ?? true, "activations have 1 to 32 bits")
        precondition(windowBits.map((2...32).contains) ?? true, "windows have 2 to 32 bits")
        self.weightBits = weightBits
        self.biasBits = biasBits
        self.activationBits = activationBits
        self.windowBits = windowBits
    }

    /// The same weight bits for all layers.
    ///
    /// - Precondition: the widths lie in their ranges.
    public init(
        weightBits: Int = 8, biasBits: Int? = nil, activationBits: Int? = 8, windowBits: Int? = nil
    ) {
        self.init(
            weightBits: [weightBits], biasBits: biasBits, activationBits: activationBits,
            windowBits: windowBits)
    }
}
