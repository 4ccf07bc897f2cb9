import ConstraintSystem
public import EllipticCurves
public import Groth16
public import NetworkCompiler

/// A network's circuit over the scalar field of BN254.
public typealias NetworkCircuit = CompiledNetwork<BN254.ScalarField>

extension CompiledNetwork where F == BN254.ScalarField {
    /// The number of classes that the network tells apart.
    public var classCount: Int { options.output == .logits ? publicOutputCount : classRange }

    private var publicOutputCount: Int { circuit.system.publicOutputCount }

    private var classRange: Int { Int(publicRanges[0].upperBound) + 1 }

    /// Returns a development key: this process knows its trapdoor, so it can forge proofs with it.
    ///
    /// - Parameter progress: called with the part of the work that is done, 0 … 1.
    public func developmentKey(progress: (Double) -> Void = { _ in }) throws -> ProvingKey<BN254> {
        try Groth16.setup(circuit.system, on: BN254.self, progress: progress)
    }

    /// Returns a proof of the network's answer on an input, with the public values that it is about.
    ///
    /// - Parameter input: integers in `0 ..< 2^inputBits`; see `IntegerNetwork.input(for:)` for images.
    /// - Throws: `InputError` for an input of another size or range; `ProvingError` where the key is not
    ///   this circuit's.
    public func prove(_ input: [Int], with key: ProvingKey<BN254>) throws -> NetworkProof {
        let witness = try witness(for: input)
        let proof = try Groth16.prove(witness, of: circuit.matrices, with: key)
        let publicCount = circuit.system.publicCount
        return NetworkProof(proof: proof, publicValues: (1...publicCount).map { witness[Wire($0)] })
    }
}

extension CompiledNetwork {
    /// The ranges of public wires as the verifying side takes them.
    public var ranges: PublicInputRanges {
        PublicInputRanges(publicRanges.lazy.map { .init(count: 1, range: $0) })
    }
}
