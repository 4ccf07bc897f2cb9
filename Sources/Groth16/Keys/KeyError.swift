/// Why a verifying key must not be used.
public struct KeyError: Error, Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        /// δ = ±γ: the key never had a second phase, and anybody can forge proofs.
        case deltaIsGamma
        /// δ = ± the generator: the same, its discrete logarithm is known.
        case deltaIsGenerator
        /// Two points that must be independent are the same up to their sign: anybody can forge proofs, or
        /// exchange public inputs.
        case repeatedPoint
        /// A point is infinity, which no honest key has.
        case infinity
        case notOnCurve
        case notInSubgroup
        /// One process knew the trapdoor, and such keys were not asked for.
        case developmentKey
        /// The declared ranges are for another number of public inputs.
        case wrongRangeCount
    }

    public var code: Code
    /// The part of the key, as in "inputPoints[3]".
    public var path: String

    public init(_ code: Code, _ path: String) {
        self.code = code
        self.path = path
    }
}
