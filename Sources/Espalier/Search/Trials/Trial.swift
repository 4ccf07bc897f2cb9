import Crypto
import Foundation

/// One network of a search: how it was made, and what it costs and can do.
public struct Trial: Hashable, Codable, Sendable {
    /// What is to be tried.
    public struct Plan: Hashable, Codable, Sendable {
        public var recipe: Recipe
        /// The share of its training that the recipe gets, above 0 … 1.
        public var budget: Double
        public var seed: UInt64

        public init(_ recipe: Recipe, budget: Double = 1, seed: UInt64) {
            self.recipe = recipe
            self.budget = budget
            self.seed = seed
        }

        /// A name that follows from all of it.
        public var id: String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            guard let bytes = try? encoder.encode(self) else {
                preconditionFailure("a plan of finite numbers can be written")
            }
            return SHA256.hash(data: bytes).prefix(5).map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
        }
    }

    /// What came of it.
    public struct Result: Hashable, Codable, Sendable {
        /// Of the integer network on the images that were held out, 0 … 1.
        public var validationAccuracy: Double
        public var constraints: PruningReport.Constraints
        /// Weights of the compiled network that are not zero.
        public var survivingWeights: Int

        public init(
            validationAccuracy: Double, constraints: PruningReport.Constraints, survivingWeights: Int
        ) {
            self.validationAccuracy = validationAccuracy
            self.constraints = constraints
            self.survivingWeights = survivingWeights
        }
    }

    public var plan: Plan
    /// Nil where the recipe came to nothing.
    public var result: Result?
    /// Why it did.
    public var failure: String?
    public var seconds: Double

    public init(_ plan: Plan, result: Result?, failure: String? = nil, seconds: Double) {
        self.plan = plan
        self.result = result
        self.failure = failure
        self.seconds = seconds
    }

    package var id: String { plan.id }
}
