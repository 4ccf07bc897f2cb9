public import CircuitFormats
public import ConstraintSystem
public import EllipticCurves
public import Groth16
public import NetworkCompiler
public import NeuralNetworks

/// A network's circuit, and the curve on which its answers are proved.
public struct NetworkCircuit<Curve: InterchangeCurve>: Sendable {
    /// The circuit over the scalar field of the curve, with the network that it computes.
    public let compiled: CompiledNetwork<Curve.ScalarField>

    public init(_ compiled: CompiledNetwork<Curve.ScalarField>) { self.compiled = compiled }

    public var circuit: Circuit<Curve.ScalarField> { compiled.circuit }

    public var options: CompileOptions { compiled.options }

    /// The constraints of every layer, in the order of the data.
    public var costs: [Circuit<Curve.ScalarField>.Cost] { compiled.costs }

    /// The number of classes that the network tells apart.
    public var classCount: Int {
        options.output == .logits
            ? circuit.system.publicOutputCount : Int(compiled.publicRanges[0].upperBound) + 1
    }

    /// The ranges of public wires as the verifying side takes them.
    public var ranges: PublicInputRanges {
        PublicInputRanges(compiled.publicRanges.lazy.map { .init(count: 1, range: $0) })
    }
}

extension IntegerNetwork {
    /// Returns the circuit that proves an answer of this network on a curve.
    ///
    /// - Throws: `CompileError`, see `compiled(_:over:)`.
    public func compiled<Curve: InterchangeCurve>(
        _ options: CompileOptions = CompileOptions(), on curve: Curve.Type = BN254.self
    ) throws -> NetworkCircuit<Curve> {
        NetworkCircuit(try compiled(options, over: Curve.ScalarField.self))
    }
}
