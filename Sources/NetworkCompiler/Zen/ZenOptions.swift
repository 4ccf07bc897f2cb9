/// How an affine network becomes a circuit. Options are part of the circuit's shape.
public struct ZenOptions: Hashable, Sendable {
    /// Who knows the image.
    public enum Input: String, Hashable, Sendable, CaseIterable {
        case `public`
        case `private`
    }

    public var encoding: ZenEncoding
    /// With `stranded`: the most rows that share products, 2 … 4. As many as the field holds are taken.
    public var strands: Int
    public var input: Input
    /// Whether the positions of pruned weights are public. Then a pruned weight has neither wire nor product, a
    /// neuron that nobody reads is left out, windows are narrower, and rows share products only where that is
    /// cheaper. Otherwise every weight is a private wire whether it is zero or not, as in ZEN.
    public var followMask: Bool

    /// - Precondition: `strands` is 2 … 4.
    public init(
        _ encoding: ZenEncoding = .grouped, strands: Int = 4, input: Input = .public,
        followMask: Bool = true
    ) {
        precondition((2...4).contains(strands), "two to four rows share products")
        self.encoding = encoding
        self.strands = strands
        self.input = input
        self.followMask = followMask
    }
}
