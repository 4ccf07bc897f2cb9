import CircuitFormats
import FiniteFields
public import Groth16
import NetworkCompiler

extension NetworkCircuit {
    /// Which instance wires are hidden; nil where none is.
    public var hiddenWires: HiddenWires? { compiled.layout.hiddenWires }

    /// Returns the circuit as registrations and commitments refer to it.
    ///
    /// - Throws: `RegistrationError` where the key is one of another circuit; `NoHiddenWires` where nothing is hidden.
    public func committedCircuit(
        for key: VerifyingKey<Curve>
    ) throws -> CommittedCircuit<Curve> {
        try verifyingKeyFile(for: key).committedCircuit()
    }

    /// Returns an opening of the network's hidden weights, blinded afresh: for one registration.
    public func modelOpening(
        using generator: inout some RandomNumberGenerator
    ) -> ModelOpening<Curve.ScalarField> {
        ModelOpening(
            columns: compiled.model.columns.map { column in
                column.map { .init(accumulator: $0.accumulator, value: $0.value) }
            },
            biases: compiled.model.biases, committed: compiled.model.committed, using: &generator)
    }

    /// Returns an opening of the network's hidden weights, blinded by the system's generator.
    public func modelOpening() -> ModelOpening<Curve.ScalarField> {
        var generator = SystemRandomNumberGenerator()
        return modelOpening(using: &generator)
    }

    /// Returns an opening of an input, blinded by the system's generator: for one commitment.
    public func inputOpening(_ input: [Int]) -> InputOpening<Curve.ScalarField> {
        var generator = SystemRandomNumberGenerator()
        return InputOpening(input.map { Curve.ScalarField($0) }, using: &generator)
    }
}

extension InstanceLayout {
    /// The same as roles of a key's points.
    var hiddenWires: HiddenWires? {
        guard hasMask else { return nil }
        do {
            return try HiddenWires(
                instanceCount: instanceCount, outputCount: outputCount, accumulators: Array(accumulators),
                committed: Array(committed), inputs: Array(hiddenInputs), mask: mask.lowerBound)
        } catch {
            preconditionFailure("hidden wires stand in order: \(error)")
        }
    }
}

extension VerifyingKeyFile {
    /// Returns the circuit as registrations and commitments refer to it.
    ///
    /// - Throws: `KeyLayoutError` where the file does not say of which circuit it is; `NoHiddenWires`; what
    ///   `committedCircuit(circuitHash:)` throws.
    public func committedCircuit() throws -> CommittedCircuit<Curve> {
        guard let layout = StatementLayout(annotations: annotations), layout.fits(self),
            let hash = Fingerprint(hexadecimal: layout.circuitSHA256)
        else { throw KeyLayoutError() }
        guard let circuit = try committedCircuit(circuitHash: hash) else { throw NoHiddenWires() }
        return circuit
    }
}

/// A circuit hides nothing that somebody could commit to.
public struct NoHiddenWires: Error, Hashable, Sendable, CustomStringConvertible {
    public let description =
        "this circuit has neither committed weights nor a committed input; compile the network with --weights "
        + "committed or --input committed"
}
