import ConstraintSystem
import FiniteFields
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
    /// - Precondition: nothing of the circuit is committed.
    public func prove(_ input: [Int], with key: ProvingKey<Curve>) throws -> NetworkProof<Curve> {
        precondition(!options.hidesInstanceWires, "a proof about a commitment needs its opening")
        return try prove(input, hidden: nil, with: key)
    }

    /// Returns a proof of the registered model's answer on a public or private input.
    ///
    /// The proof is checked with the registration before it is returned, as a client will.
    ///
    /// - Parameters:
    ///   - opening: of the registration.
    ///   - verifier: with the registration.
    /// - Throws: as above; `OpeningMismatch` where the opening is another registration's, or another model's.
    public func prove(
        _ input: [Int], with key: ProvingKey<Curve>,
        opening: borrowing ModelOpening<Curve.ScalarField>, for verifier: NetworkVerifier<Curve>
    ) throws -> NetworkProof<Curve> {
        let answer = try prove(input, hidden: try hiddenValues(opening, for: input), with: key)
        guard try verifier.verify(answer).isValid else { throw OpeningMismatch(.model) }
        return answer
    }

    /// Returns a proof of the registered model's answer on a committed input.
    ///
    /// - Parameters:
    ///   - inputOpening: of the commitment, of the same input.
    ///   - committedInput: the commitment.
    /// - Throws: as above.
    public func prove(
        _ input: [Int], with key: ProvingKey<Curve>,
        opening: borrowing ModelOpening<Curve.ScalarField>,
        inputOpening: borrowing InputOpening<Curve.ScalarField>, committedInput: PreparedInput<Curve>,
        for verifier: NetworkVerifier<Curve>
    ) throws -> NetworkProof<Curve> {
        var hidden = try hiddenValues(opening, for: input)
        hidden.mask += inputOpening.maskValue
        let answer = try prove(input, hidden: hidden, with: key)
        guard try verifier.verify(answer, committedInput: committedInput).isValid else {
            throw OpeningMismatch(.modelOrInput)
        }
        return answer
    }

    /// Returns a proof of the answer of a network whose weights are not committed, on a committed input.
    ///
    /// - Throws: as above.
    public func prove(
        _ input: [Int], with key: ProvingKey<Curve>,
        inputOpening: borrowing InputOpening<Curve.ScalarField>, committedInput: PreparedInput<Curve>,
        for verifier: NetworkVerifier<Curve>
    ) throws -> NetworkProof<Curve> {
        precondition(options.weights != .committed, "a proof about a registered model needs its opening")
        let hidden = HiddenValues<Curve.ScalarField>(
            accumulators: [], committed: [], mask: inputOpening.maskValue)
        let answer = try prove(input, hidden: hidden, with: key)
        guard try verifier.verify(answer, committedInput: committedInput).isValid else {
            throw OpeningMismatch(.input)
        }
        return answer
    }

    private func prove(
        _ input: [Int], hidden: HiddenValues<Curve.ScalarField>?, with key: ProvingKey<Curve>
    ) throws -> NetworkProof<Curve> {
        let witness = try compiled.witness(for: input, hidden: hidden)
        let proof = try Groth16.prove(witness, of: circuit.matrices, with: key)
        let layout = compiled.layout
        let known = (layout.outputs.lowerBound..<layout.publicInputs.upperBound).map { witness[Wire($0)] }
        let columns = layout.columnCount > 0 ? input.map { Curve.ScalarField($0) } : []
        return NetworkProof(proof: proof, publicValues: known + columns)
    }

    private func hiddenValues(
        _ opening: borrowing ModelOpening<Curve.ScalarField>, for input: [Int]
    ) throws -> HiddenValues<Curve.ScalarField> {
        guard opening.inputCount == compiled.layout.columnCount,
            opening.accumulatorCount == compiled.layout.accumulatorCount,
            opening.committedCount == compiled.layout.committedCount
        else { throw OpeningMismatch(.model) }
        let x = compiled.layout.columnCount > 0 ? input.map { Curve.ScalarField($0) } : []
        guard input.count == compiled.network.inputShape.count else {
            throw InputError.wrongCount(expected: compiled.network.inputShape.count, found: input.count)
        }
        let accumulators = opening.accumulatorValues(for: x)
        return HiddenValues(
            accumulators: (0..<accumulators.count).map { accumulators[$0] },
            committed: opening.committedValues, mask: opening.maskValue(for: x))
    }
}

/// An opening does not belong to what it should open.
public struct OpeningMismatch: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Part: Hashable, Sendable {
        case model, input, modelOrInput
    }

    public let part: Part

    init(_ part: Part) { self.part = part }

    public var description: String {
        switch part {
        case .model: "this opening is that of another model or registration: no client would accept the proof"
        case .input:
            "this opening is that of another commitment or input: no client would accept the proof"
        case .modelOrInput:
            "an opening is that of another registration, or of another commitment or input: no client would "
                + "accept the proof"
        }
    }
}
