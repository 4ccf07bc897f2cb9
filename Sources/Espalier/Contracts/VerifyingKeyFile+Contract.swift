public import CircuitFormats
public import Groth16

extension VerifyingKeyFile {
    /// Returns the ordinary key that a contract is made of: this one, or the one with the registered model in it.
    ///
    /// A network's key must be what its file says, as for `NetworkVerifier`: a contract can look at nothing else.
    ///
    /// - Parameter registration: of the model, which is checked here; nil where the weights are not committed.
    /// - Throws: `KeyLayoutError`, `ModelMissing`, `UnsoundRegistration`, `NoHiddenWires`; `CommittedInputNeeded`
    ///   where inputs are committed: a contract would have to check a proof of opening for every image.
    public func contractKey(registration: ModelRegistration<Curve>?) throws -> VerifyingKeyFile {
        guard let registration else {
            guard hidden == nil else {
                let circuit = try committedCircuit()
                if !circuit.wires.inputs.isEmpty { throw CommittedInputNeeded() }
                throw ModelMissing()
            }
            // Keys of other tools say nothing of a network.
            let isNetwork = annotations["circuitSHA256"] != nil
            if isNetwork, StatementLayout(annotations: annotations).map({ $0.fits(self) }) != true {
                throw KeyLayoutError()
            }
            return self
        }
        let circuit = try committedCircuit()
        do { try registration.check(against: circuit) } catch { throw UnsoundRegistration(error) }
        return try withModel(registration, of: circuit)
    }
}
