import ConstraintSystem
public import Groth16
import NetworkCompiler

extension NetworkCircuit {
    /// Returns a development key: this process knows its trapdoor, so it can forge proofs with it.
    ///
    /// - Parameter progress: called with the part of the work that is done, 0 … 1.
    public func developmentKey(progress: (Double) -> Void = { _ in }) throws -> ProvingKey<Curve> {
        try Groth16.setup(circuit.system, on: Curve.self, progress: progress)
    }

    /// Returns a proof of the network's answer on an input, with the public values that it is about.
    ///
    /// - Parameter input: integers in `0 ..< 2^inputBits`; see `IntegerNetwork.input(for:)` for images.
    /// - Throws: `InputError` for an input of another size or range; `ProvingError` where the key is not
    ///   this circuit's.
    public func prove(_ input: [Int], with key: ProvingKey<Curve>) throws -> NetworkProof<Curve> {
        let witness = try compiled.witness(for: input)
        let proof = try Groth16.prove(witness, of: circuit.matrices, with: key)
        let publicCount = circuit.system.publicCount
        return NetworkProof(proof: proof, publicValues: (1...publicCount).map { witness[Wire($0)] })
    }
}
