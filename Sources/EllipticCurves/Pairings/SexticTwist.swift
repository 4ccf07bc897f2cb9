/// How the twist E′ that carries G2 relates to the curve E: y² = x³ + b, for a tower with w⁶ = ξ.
public enum SexticTwist: Sendable {
    /// D-type, E′: y² = x³ + b/ξ; (x, y) of E′ is (x w², y w³) on E.
    case divided
    /// M-type, E′: y² = x³ + b ξ; (x, y) of E′ is (x / w², y / w³) on E.
    case multiplied
}
