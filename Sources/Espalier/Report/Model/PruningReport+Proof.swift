extension PruningReport {
    /// A proof that was made and verified for one image.
    public struct Proof: Codable, Sendable, Hashable {
        /// Which circuit, in words: level, method, visibility of the weights.
        public var circuit: String
        public var constraints: Int
        /// Size of the evaluation domain, a power of two.
        public var domainSize: Int
        public var circuitBytes: Int
        public var provingKeyBytes: Int
        public var verifyingKeyBytes: Int
        public var proofBytes: Int
        public var setupSeconds: Double
        public var proveSeconds: Double
        public var verifySeconds: Double
        public var image: Image
        /// The class that the proof shows: the index of the largest logit, the lowest one of equals.
        public var predictedClass: Int
        /// The integers that the proof shows, one per class.
        public var logits: [Int64]
        /// Tampered statements and proofs that the verifier refused.
        public var refusals: [Refusal]

        public init(
            circuit: String, constraints: Int, domainSize: Int, circuitBytes: Int, provingKeyBytes: Int,
            verifyingKeyBytes: Int, proofBytes: Int, setupSeconds: Double, proveSeconds: Double,
            verifySeconds: Double, image: Image, predictedClass: Int, logits: [Int64],
            refusals: [Refusal] = []
        ) {
            self.circuit = circuit
            self.constraints = constraints
            self.domainSize = domainSize
            self.circuitBytes = circuitBytes
            self.provingKeyBytes = provingKeyBytes
            self.verifyingKeyBytes = verifyingKeyBytes
            self.proofBytes = proofBytes
            self.setupSeconds = setupSeconds
            self.proveSeconds = proveSeconds
            self.verifySeconds = verifySeconds
            self.image = image
            self.predictedClass = predictedClass
            self.logits = logits
            self.refusals = refusals
        }
    }
}
