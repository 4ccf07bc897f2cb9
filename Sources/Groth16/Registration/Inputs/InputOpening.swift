public import ConstraintSystem
public import FiniteFields

/// What the owner of a private input keeps secret about a commitment to it: the values, and what blinds them.
///
/// Secret: wiped when it goes out of scope, cannot be copied, has no description.
public struct InputOpening<F: PrimeField>: ~Copyable, Sendable {
    /// The values of the hidden input wires, and last ρ.
    let coefficients: SecretBuffer<F>

    /// Returns an opening with fresh blinding, which belongs to one commitment.
    ///
    /// - Parameters:
    ///   - values: one per hidden input wire, in the order of the key.
    ///   - generator: must be unpredictable, or the commitment shows the values.
    public init(_ values: [F], using generator: inout some RandomNumberGenerator) {
        var coefficients = SecretBuffer<F>(repeating: .zero, count: values.count + 1)
        for index in values.indices { coefficients[index] = values[index] }
        coefficients[values.count] = .random(using: &generator)
        self.coefficients = coefficients
    }

    /// Takes over decoded coefficients, of which the last is ρ.
    init(coefficients: consuming SecretBuffer<F>) { self.coefficients = coefficients }

    /// The number of values.
    public var count: Int { coefficients.count - 1 }

    /// ρ, the input's part of the mask.
    public var maskValue: F { coefficients[count] }

    /// Sets the hidden instance wires of a witness: inputs and the mask.
    ///
    /// - Parameter other: the mask's part of the model, `ModelOpening.maskValue(for:)`.
    /// - Precondition: the layout has as many inputs as there are values.
    public func assign(to witness: inout Witness<F>, _ wires: HiddenWires, addingToMask other: F = .zero) {
        precondition(wires.inputs.count == count, "the opening is that of the layout")
        for (index, wire) in wires.inputs.enumerated() { witness[Wire(wire)] = coefficients[index] }
        witness[Wire(wires.mask)] = maskValue + other
    }

    /// Whether two openings, whatever they are of, were blinded by the same value.
    public func sharesBlinding(with other: borrowing InputOpening) -> Bool { maskValue == other.maskValue }
}
