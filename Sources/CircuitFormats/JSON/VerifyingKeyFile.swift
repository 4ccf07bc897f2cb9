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
///
/// Where some instance wires are hidden, the last ones of the key, "hidden" says how many and what they are; then
/// "publicInputs" are the ranges of the known ones alone, and "modelInputs" those of an input that has no wires:
///
/// ```json
/// "hidden": { "accumulators": 128, "committed": 138, "inputs": 0, "outputs": 10 }
/// ```
public struct VerifyingKeyFile<Curve: InterchangeCurve>: Hashable, Sendable {
    /// The key; whether it is a development key stands in it.
    public var key: VerifyingKey<Curve>
    /// The integers that known public inputs may be, or nil where any field element will do.
    public var ranges: PublicInputRanges?
    /// Which instance wires are hidden; nil where none is.
    public var hidden: HiddenWires?
    /// The integers that the values of an input without wires may be; empty where there is none.
    public var modelInputRanges: PublicInputRanges
    /// Further texts for whoever reads the file; no part of the key.
    public var annotations: [String: String]

    /// - Precondition: there is one range per known public input, and hidden wires are the last ones, in the order of
    ///   inputs, accumulators, committed wires and the mask.
    public init(
        _ key: VerifyingKey<Curve>, ranges: PublicInputRanges? = nil, hidden: HiddenWires? = nil,
        modelInputRanges: PublicInputRanges = PublicInputRanges(), annotations: [String: String] = [:]
    ) {
        let knownCount = hidden?.known.count ?? key.publicCount
        precondition(ranges.map { $0.count == knownCount } ?? true, "one range per known public input")
        precondition(hidden.map { $0.instanceCount == key.publicCount } ?? true, "one role per public input")
        self.key = key
        self.ranges = ranges
        self.hidden = hidden
        self.modelInputRanges = modelInputRanges
        self.annotations = annotations
    }

    /// Whether one process knew the trapdoor of the key.
    public var isDevelopment: Bool { key.isDevelopment }

    /// Returns the key ready for verifying, with the declared ranges.
    ///
    /// - Precondition: no wires are hidden; `committedCircuit(circuitHash:)` is for those keys.
    /// - Throws: `KeyError` where the key must not be used.
    public func prepared(
        allowingDevelopmentKey: Bool = false
    ) throws(KeyError) -> PreparedVerifyingKey<Curve> {
        precondition(hidden == nil, "a verifier does not know the values of hidden wires")
        return try PreparedVerifyingKey(key, ranges: ranges, allowingDevelopmentKey: allowingDevelopmentKey)
    }

    /// Returns the circuit with hidden wires that the key is of, as registrations and commitments refer to it; nil
    /// where none is hidden.
    ///
    /// - Parameter circuitHash: SHA-256 of the circuit's .r1cs file.
    /// - Throws: `RegistrationError` if numbers of wires, points and ranges differ.
    public func committedCircuit(
        circuitHash: Fingerprint
    ) throws(RegistrationError) -> CommittedCircuit<Curve>? {
        guard let hidden else { return nil }
        return try CommittedCircuit(
            key: key, wires: hidden, circuitHash: circuitHash, knownRanges: ranges,
            inputRanges: modelInputRanges)
    }
}
