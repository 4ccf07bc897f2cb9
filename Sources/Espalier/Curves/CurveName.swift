public import Ceremony
public import CircuitFormats
import EllipticCurves

/// A curve that is chosen or found when the program runs.
///
/// Whoever knows the curve when the program is written uses its type: `NetworkVerifier<BN254>`. From a name
/// one gets there by opening `curve` in a call of a generic function:
///
/// ```swift
/// func run<Curve: InterchangeCurve>(on curve: Curve.Type) throws { … }
/// try run(on: name.curve)
/// ```
public enum CurveName: String, Hashable, Sendable, CaseIterable {
    /// The curve that Ethereum checks cheaply; about 100 bits of security.
    case bn254
    /// About 120 bits of security.
    case bls12381 = "bls12-381"

    /// The curve itself.
    public var curve: any CeremonyCurve.Type {
        switch self {
        case .bn254: BN254.self
        case .bls12381: BLS12381.self
        }
    }

    /// The curve of a name in the spelling of any tool: `bn128`, `bls12-381`, `BLS12_381`.
    public init?(_ text: String) {
        guard let name = Self.allCases.first(where: { $0.curve.isNamed(text) }) else { return nil }
        self = name
    }

    /// The name of a curve.
    ///
    /// - Precondition: it is among the cases; a new curve becomes one.
    public init(of curve: (some InterchangeCurve).Type) {
        guard let name = Self(curve.snarkjsName) else { preconditionFailure("\(curve.name) has no case") }
        self = name
    }
}

extension CurveName: CustomStringConvertible {
    /// As people write it: `BLS12-381`.
    public var description: String { curve.name }
}

/// In JSON a curve has the name that snarkjs gives it.
extension CurveName: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let name = Self(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "an unknown curve")
        }
        self = name
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(curve.snarkjsName)
    }
}

extension KeyedDecodingContainer {
    /// JSON that names no curve is about BN254: all was before there was a choice.
    func decode(_ type: CurveName.Type, forKey key: Key) throws -> CurveName {
        try decodeIfPresent(type, forKey: key) ?? .bn254
    }
}
