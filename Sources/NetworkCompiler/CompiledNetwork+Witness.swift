public import ConstraintSystem
import FiniteFields
import NeuralNetworks

extension CompiledNetwork {
    /// Returns the values of all wires for one input, outputs included.
    ///
    /// - Parameter input: integers in `0 ..< 2^inputBits`, one per input element.
    /// - Throws: `InputError` for a wrong number of elements or one out of range; `WitnessError` naming
    ///   region and wire where the circuit has no such witness, which for an input in range is a bug.
    public func witness(for input: [Int]) throws -> Witness<F> {
        try check(input)
        let pixels = input.map { F($0) }
        return try circuit.witness(
            publicInputs: options.input == .public ? pixels : [],
            privateInputs: (options.input == .private ? pixels : []) + privateWeights)
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
