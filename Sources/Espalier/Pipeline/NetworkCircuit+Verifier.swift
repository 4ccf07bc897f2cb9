public import CircuitFormats
public import Groth16

extension NetworkCircuit {
    /// Returns the verifying key with the ranges and the meaning of the public values: all that a client
    /// needs.
    public func verifyingKeyFile(for key: VerifyingKey<Curve>) -> VerifyingKeyFile<Curve> {
        CircuitDescription(self, circuitSHA256: sha256(R1CSFile(circuit.system).encoded()))
            .verifyingKeyFile(for: key)
    }

    /// Returns a verifier of this circuit's proofs.
    ///
    /// - Parameter allowingDevelopmentKey: true accepts a key whose maker could forge proofs.
    /// - Throws: `KeyError` where the key must not be used.
    public func verifier(
        for key: VerifyingKey<Curve>, allowingDevelopmentKey: Bool = false
    ) throws -> NetworkVerifier<Curve> {
        try NetworkVerifier(
            verifyingKeyFile(for: key), allowingDevelopmentKey: allowingDevelopmentKey)
    }
}

extension CircuitDescription {
    func verifyingKeyFile<Curve: InterchangeCurve>(
        for key: VerifyingKey<Curve>
    ) -> VerifyingKeyFile<Curve> {
        let annotations = layout.annotations
        guard let hidden = instance.hiddenWires, let ranges else {
            return VerifyingKeyFile(key, ranges: ranges, annotations: annotations)
        }
        let (known, input) = ranges.split(at: hidden.known.count)
        return VerifyingKeyFile(
            key, ranges: known, hidden: hidden, modelInputRanges: input, annotations: annotations)
    }
}
