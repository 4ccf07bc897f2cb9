public import Groth16

/// A verifying key as in snarkjs's `verification_key.json`, with what Espalier adds to it under the key
/// "espalier", which snarkjs does not read: all that a verifier needs, in one file.
///
/// ```json
/// "espalier": {
///   "annotations": { "model": "digits" },
///   "development": true,
///   "publicInputs": [{ "count": 784, "maximum": "255", "minimum": "0" }]
/// }
/// ```
public struct VerifyingKeyFile<Curve: InterchangeCurve>: Hashable, Sendable {
    /// The key; whether it is a development key stands in it.
    public var key: VerifyingKey<Curve>
    /// The integers that public inputs may be, or nil where any field element will do.
    public var ranges: PublicInputRanges?
    /// Further texts for whoever reads the file; no part of the key.
    public var annotations: [String: String]

    /// - Precondition: there is one range per public input.
    public init(
        _ key: VerifyingKey<Curve>, ranges: PublicInputRanges? = nil, annotations: [String: String] = [:]
    ) {
        precondition(ranges.map { $0.count == key.publicCount } ?? true, "one range per public input")
        self.key = key
        self.ranges = ranges
        self.annotations = annotations
    }

    /// Whether one process knew the trapdoor of the key.
    public var isDevelopment: Bool { key.isDevelopment }

    /// Returns the key ready for verifying, with the declared ranges.
    ///
    /// - Throws: `KeyError` where the key must not be used.
    public func prepared(
        allowingDevelopmentKey: Bool = false
    ) throws(KeyError) -> PreparedVerifyingKey<Curve> {
        try PreparedVerifyingKey(key, ranges: ranges, allowingDevelopmentKey: allowingDevelopmentKey)
    }
}
