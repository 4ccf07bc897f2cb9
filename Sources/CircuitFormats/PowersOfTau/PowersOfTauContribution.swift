public import EllipticCurves

/// One party's contribution to the powers of tau, as a .ptau file records it; read and written, not checked.
public struct PowersOfTauContribution<Curve: InterchangeCurve>: Hashable, Sendable {
    /// A proof that the party knows the factor that it multiplied one of τ, α and β by: a point s, s times
    /// the factor, and a point of G2, named by a hash, times the factor.
    public struct Knowledge: Hashable, Sendable {
        public var s: AffinePoint<Curve.G1>
        public var sx: AffinePoint<Curve.G1>
        public var spx: AffinePoint<Curve.G2>

        public init(s: AffinePoint<Curve.G1>, sx: AffinePoint<Curve.G1>, spx: AffinePoint<Curve.G2>) {
            self.s = s
            self.sx = sx
            self.spx = spx
        }
    }

    /// [τ]₁, [τ]₂, [α]₁, [β]₁ and [β]₂ after the contribution.
    public var tau1: AffinePoint<Curve.G1>
    public var tau2: AffinePoint<Curve.G2>
    public var alpha1: AffinePoint<Curve.G1>
    public var beta1: AffinePoint<Curve.G1>
    public var beta2: AffinePoint<Curve.G2>
    public var tau: Knowledge
    public var alpha: Knowledge
    public var beta: Knowledge
    /// The state, of 216 bytes, of the hash of what the party received and of the points that it made.
    public var partialHash: [UInt8]
    /// The hash that the next party begins with; 64 bytes.
    public var nextChallenge: [UInt8]
    public var kind: ContributionKind
    public var parameters: ContributionParameters

    /// - Precondition: the hashes have 216 and 64 bytes.
    public init(
        tau1: AffinePoint<Curve.G1>, tau2: AffinePoint<Curve.G2>, alpha1: AffinePoint<Curve.G1>,
        beta1: AffinePoint<Curve.G1>, beta2: AffinePoint<Curve.G2>, tau: Knowledge, alpha: Knowledge,
        beta: Knowledge, partialHash: [UInt8], nextChallenge: [UInt8], kind: ContributionKind,
        parameters: ContributionParameters
    ) {
        precondition(partialHash.count == 216 && nextChallenge.count == 64, "a state and a hash")
        self.tau1 = tau1
        self.tau2 = tau2
        self.alpha1 = alpha1
        self.beta1 = beta1
        self.beta2 = beta2
        self.tau = tau
        self.alpha = alpha
        self.beta = beta
        self.partialHash = partialHash
        self.nextChallenge = nextChallenge
        self.kind = kind
        self.parameters = parameters
    }
}

extension PowersOfTauContribution {
    init(reading reader: inout ByteReader) throws(FormatError) {
        tau1 = try reader.readPoint()
        tau2 = try reader.readPoint()
        alpha1 = try reader.readPoint()
        beta1 = try reader.readPoint()
        beta2 = try reader.readPoint()
        var points: [AffinePoint<Curve.G1>] = []
        for _ in 0..<6 { points.append(try reader.readPoint()) }
        tau = Knowledge(s: points[0], sx: points[1], spx: try reader.readPoint())
        alpha = Knowledge(s: points[2], sx: points[3], spx: try reader.readPoint())
        beta = Knowledge(s: points[4], sx: points[5], spx: try reader.readPoint())
        partialHash = Array(try reader.take(216))
        nextChallenge = Array(try reader.take(64))
        kind = try ContributionKind(reading: &reader)
        parameters = try ContributionParameters(reading: &reader, kind)
    }

    func write(to writer: inout ByteWriter) {
        writer.write(tau1)
        writer.write(tau2)
        writer.write(alpha1)
        writer.write(beta1)
        writer.write(beta2)
        for knowledge in [tau, alpha, beta] {
            writer.write(knowledge.s)
            writer.write(knowledge.sx)
        }
        for knowledge in [tau, alpha, beta] { writer.write(knowledge.spx) }
        writer.write(partialHash)
        writer.write(nextChallenge)
        writer.write(kind.rawValue)
        parameters.write(to: &writer)
    }
}
