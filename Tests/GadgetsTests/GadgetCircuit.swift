import ConstraintSystem
import FiniteFields

/// Returns a circuit of one gadget: all inputs public, one output bound to what the gadget returns.
func gadgetCircuit<F: PrimeField>(
    inputs: Int, field: F.Type = F.self,
    _ gadget: (inout CircuitBuilder<F>, [LinearCombination<F>]) throws(CompileError) -> LinearCombination<F>
) throws(CompileError) -> Circuit<F> {
    var builder = CircuitBuilder<F>(publicOutputCount: 1, publicInputCount: inputs)
    let wires = (0..<inputs).map { builder.publicInput($0) }
    let result = try builder.region("gadget") { builder throws(CompileError) in try gadget(&builder, wires) }
    builder.bindOutput(0, to: result)
    return builder.build()
}

/// Whether an honest prover gets a proof for these inputs.
func isProvable<F: PrimeField>(_ circuit: Circuit<F>, _ inputs: [F]) -> Bool {
    guard let witness = try? circuit.witness(publicInputs: inputs) else { return false }
    return circuit.satisfaction(of: witness).isSatisfied
}
