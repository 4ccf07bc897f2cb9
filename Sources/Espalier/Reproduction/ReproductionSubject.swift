public import NeuralNetworks

/// One pruned network in all the forms that circuits are made of.
public struct ReproductionSubject: Sendable {
    public let network: Network
    /// In Espalier's arithmetic.
    public let integerNetwork: IntegerNetwork
    /// In ZEN's arithmetic, with fixed zero points: its circuits depend on the shape alone.
    public let affineNetwork: AffineNetwork
    /// The images on which every circuit is compared with its network.
    public let images: LabeledImages
}
