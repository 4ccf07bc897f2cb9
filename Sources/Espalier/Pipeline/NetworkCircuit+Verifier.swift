public import CircuitFormats
public import EllipticCurves
public import Groth16
public import NetworkCompiler

extension CompiledNetwork where F == BN254.ScalarField {
    /// Returns the verifying key with the ranges and the meaning of the public values: all that a client
    /// needs.
    public func verifyingKeyFile(for key: VerifyingKey<BN254>) -> VerifyingKeyFile<BN254> {
        CircuitDescription(self, circuitSHA256: sha256(R1CSFile(circuit.system).encoded()))
            .verifyingKeyFile(for: key)
    }

    /// Returns a verifier of this circuit's proofs.
    ///
    /// - Parameter allowingDevelopmentKey: true accepts a key whose maker could forge proofs.
    /// - Throws: `KeyError` where the key must not be used.
    public func verifier(
        for key: VerifyingKey<BN254>, allowingDevelopmentKey: Bool = false
    ) throws -> NetworkVerifier {
        try NetworkVerifier(
            verifyingKeyFile(for: key), allowingDevelopmentKey: allowingDevelopmentKey)
    }
}

extension CircuitDescription {
    func verifyingKeyFile(for key: VerifyingKey<BN254>) -> VerifyingKeyFile<BN254> {
        VerifyingKeyFile(key, ranges: ranges, annotations: StatementLayout(self).annotations)
    }
}
