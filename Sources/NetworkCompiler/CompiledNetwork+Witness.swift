public import ConstraintSystem
public import FiniteFields
import NeuralNetworks

/// The values of hidden instance wires, of which the verifier sees none.
public struct HiddenValues<F: PrimeField>: Sendable {
    public var accumulators: [F]
    public var committed: [F]
    public var mask: F

    public init(accumulators: [F], committed: [F], mask: F) {
        self.accumulators = accumulators
        self.committed = committed
        self.mask = mask
    }
}

extension CompiledNetwork {
    /// Returns the values of all wires for one input, outputs included.
    ///
    /// - Parameters:
    ///   - input: integers in `0 ..< 2^inputBits`, one per input element.
    ///   - hidden: the values of hidden weights and sums where they are not the network's own; and the mask, which is
    ///     0 otherwise.
    /// - Throws: `InputError` for a wrong number of elements or one out of range; `WitnessError` naming
    ///   region and wire where the circuit has no such witness, which for an input in range is a bug.
    public func witness(for input: [Int], hidden: HiddenValues<F>? = nil) throws -> Witness<F> {
        try check(input)
        let pixels = input.map { F($0) }
        let hidden = hidden ?? ownHiddenValues(for: pixels)
        let instance = layout.publicInputs.isEmpty && layout.hiddenInputs.isEmpty ? [] : pixels
        return try circuit.witness(
            publicInputs: instance + hidden.accumulators + hidden.committed
                + (layout.hasMask ? [hidden.mask] : []),
            privateInputs: (options.input == .private ? readPixels(of: pixels) : []) + model.privateWeights)
    }

    /// Private pixels have wires if somebody reads them.
    private func readPixels(of pixels: [F]) -> [F] {
        zip(pixels, readInput).filter { $0.1 }.map(\.0)
    }

    /// What the network itself gives the hidden wires.
    private func ownHiddenValues(for pixels: [F]) -> HiddenValues<F> {
        HiddenValues(
            accumulators: layout.columnCount > 0 ? model.accumulatorValues(for: pixels) : [],
            committed: model.committed, mask: .zero)
    }

    /// The integers that the verifier sees for one input: outputs, then the input where it is public.
    public func publicValues(for input: [Int]) throws -> [Int128] {
        try check(input)
        let logits = try network.logits(for: input)
        let outputs = options.output == .logits ? logits : [Int128(IntegerNetwork.classification(of: logits))]
        return outputs + (options.input == .public ? input.map { Int128($0) } : [])
    }

    private func check(_ input: [Int]) throws(InputError) {
        guard input.count == network.inputShape.count else {
            throw .wrongCount(expected: network.inputShape.count, found: input.count)
        }
        guard let index = input.firstIndex(where: { !(0..<1 << network.inputBits).contains($0) }) else {
            return
        }
        throw .outOfRange(index: index, bits: network.inputBits)
    }
}
