public import EllipticCurves
public import Groth16

/// Verifying keys as arkworks and gnark write them, each point compressed.
///
/// arkworks: [α]₁ ‖ [β]₂ ‖ [γ]₂ ‖ [δ]₂ ‖ n ‖ n points of inputs, n as 64 bits, least significant byte first.
/// gnark: [α]₁ ‖ [β]₁ ‖ [β]₂ ‖ [γ]₂ ‖ [δ]₁ ‖ [δ]₂ ‖ n ‖ n points of inputs ‖ 0 ‖ 0, numbers as 32 bits, most significant
/// byte first; the zeros are the numbers of commitments to wires and of their keys. No verifier reads [β]₁ and [δ]₁.
extension VerifyingKeyFile {
    /// Reads the key that a library has written. It says nothing of how it was made, so it counts as a development key;
    /// nor has it ranges.
    ///
    /// - Throws: `FormatError`; all points are checked to be in their group. A key of a circuit with gnark's commitments
    ///   is refused. What makes a key unsafe all the same, such as γ = δ, is found by `prepared()`.
    public init(decoding bytes: [UInt8], as encoding: PointEncoding) throws(FormatError) {
        guard bytes.count <= Self.byteLimit else { throw FormatError(.tooLarge, "vk") }
        var reader = CompressedReader(bytes, encoding)
        let alpha1: AffinePoint<Curve.G1> = try reader.readPoint("vk.alpha1")
        if encoding == .gnark { let _: AffinePoint<Curve.G1> = try reader.readPoint("vk.beta1") }
        let beta2: AffinePoint<Curve.G2> = try reader.readPoint("vk.beta2")
        let gamma2: AffinePoint<Curve.G2> = try reader.readPoint("vk.gamma2")
        if encoding == .gnark { let _: AffinePoint<Curve.G1> = try reader.readPoint("vk.delta1") }
        let delta2: AffinePoint<Curve.G2> = try reader.readPoint("vk.delta2")
        let inputPoints: [AffinePoint<Curve.G1>] = try reader.readPoints("vk.inputPoints")
        guard !inputPoints.isEmpty else { throw FormatError(.outOfRange, "vk.inputPoints") }
        if encoding == .gnark {
            for path in ["vk.commitments", "vk.commitmentKeys"] {
                guard try reader.readBigEndian32(path) == 0 else {
                    throw FormatError(.unsupportedProtocol, path)
                }
            }
        }
        try reader.expectEnd("vk")
        self.init(
            VerifyingKey(
                alpha1: alpha1, beta2: beta2, gamma2: gamma2, delta2: delta2, inputPoints: inputPoints,
                isDevelopment: true))
    }
}

extension VerifyingKey where Curve: InterchangeCurve {
    /// The key as arkworks writes it. Whether it is a development key is lost.
    public var arkworksBytes: [UInt8] {
        alpha1.bytes(as: .arkworks)
            + [beta2, gamma2, delta2].flatMap { $0.bytes(as: .arkworks) }
            + (0..<8).map { UInt8(truncatingIfNeeded: inputPoints.count >> ($0 * 8)) }
            + inputPoints.flatMap { $0.bytes(as: .arkworks) }
    }
}

extension ProvingKey where Curve: InterchangeCurve {
    /// The verifying key as gnark writes it, with two points that only a proving key has.
    public var gnarkVerifyingKeyBytes: [UInt8] {
        let key = verifyingKey
        return [key.alpha1, beta1].flatMap { $0.bytes(as: .gnark) }
            + [key.beta2, key.gamma2].flatMap { $0.bytes(as: .gnark) }
            + delta1.bytes(as: .gnark) + key.delta2.bytes(as: .gnark)
            + (0..<4).reversed().map { UInt8(truncatingIfNeeded: key.inputPoints.count >> ($0 * 8)) }
            + key.inputPoints.flatMap { $0.bytes(as: .gnark) } + [UInt8](repeating: 0, count: 8)
    }
}
