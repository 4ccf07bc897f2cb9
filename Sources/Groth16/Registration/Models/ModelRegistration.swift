public import EllipticCurves

/// What the owner of a model publishes, once: points that stand for the weights and hide them perfectly, and
/// proofs that they contain nothing else.
///
/// Means nothing before `check(against:)`.
public struct ModelRegistration<Curve: PairingCurve>: Hashable, Sendable {
    /// `CommittedCircuit.keyHash` of the circuit that the model is registered for.
    public var keyHash: Fingerprint
    /// SHA-256 of the circuit's .r1cs file.
    public var circuitHash: Fingerprint
    /// Any text of at most 64 bytes of UTF-8 that the owner chose.
    public var label: String
    /// D = Σ_K a_i Γ_i + Σ_j b_j Γ_(z_j) + ν Γ_m: committed weights, biases, and a mask.
    public var constants: AffinePoint<Curve.G1>
    /// Col_i = Σ_j w_ji Γ_(z_j) + ρ_i Γ_m: what each value of the input is multiplied by.
    public var columns: [AffinePoint<Curve.G1>]
    /// That `constants` lies in the span of Γ_K, Γ_z and Γ_m.
    public var constantsProof: OpeningProof<Curve.G1>
    /// That all columns lie in the span of Γ_z and Γ_m.
    public var columnsProof: OpeningProof<Curve.G1>

    public init(
        keyHash: Fingerprint, circuitHash: Fingerprint, label: String, constants: AffinePoint<Curve.G1>,
        columns: [AffinePoint<Curve.G1>], constantsProof: OpeningProof<Curve.G1>,
        columnsProof: OpeningProof<Curve.G1>
    ) {
        self.keyHash = keyHash
        self.circuitHash = circuitHash
        self.label = label
        self.constants = constants
        self.columns = columns
        self.constantsProof = constantsProof
        self.columnsProof = columnsProof
    }

    /// The longest label, in bytes of UTF-8.
    public static var maximumLabelLength: Int { 64 }

    /// The challenge of one of the two proofs; both are bound to all that is published.
    func challenge(_ purpose: OpeningChallenge<Curve.G1>.Purpose) -> OpeningChallenge<Curve.G1> {
        OpeningChallenge(
            purpose, keyHash: keyHash, circuitHash: circuitHash, label: label, points: [[constants], columns])
    }
}
