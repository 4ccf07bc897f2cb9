public import CircuitFormats
import Groth16
import NetworkCompiler
public import NeuralNetworks

extension VerifyingKeyFile {
    /// Demands that the key's ranges, the roles of its points and the circuit that it names are those of networks of
    /// a shape: then nothing of them has to be taken from the file.
    ///
    /// A registration is only as good as the roles of the points that it is about. Whoever publishes the key could
    /// declare wider ranges for logits, which packed products rely on, or call a committed wire an accumulator.
    ///
    /// - Parameter network: any network of the same graph, mask, shifts, declared bits and windows, such as
    ///   `IntegerNetwork.shape()` of the registered one.
    /// - Throws: `OtherShape` where anything differs; `KeyLayoutError` where the file does not say what it is.
    public func requireShape(_ network: IntegerNetwork) throws {
        guard let layout = StatementLayout(annotations: annotations), layout.fits(self) else {
            throw KeyLayoutError()
        }
        let compiled = NetworkCircuit<Curve>(
            try network.compiledAsDeclared(layout.options, over: Curve.ScalarField.self))
        let expected = compiled.verifyingKeyFile(checking: key)
        guard let expected, expected.hidden == hidden, expected.ranges == ranges,
            expected.modelInputRanges == modelInputRanges, expected.annotations == annotations
        else { throw OtherShape() }
    }
}

extension NetworkCircuit {
    /// The file for a key, if it has as many points as the circuit has instance wires.
    fileprivate func verifyingKeyFile(checking key: VerifyingKey<Curve>) -> VerifyingKeyFile<Curve>? {
        key.publicCount == compiled.layout.instanceCount ? verifyingKeyFile(for: key) : nil
    }
}

/// A key is not that of networks of this shape.
public struct OtherShape: Error, Hashable, Sendable, CustomStringConvertible {
    public let description =
        "the key's circuit, its ranges or the roles of its points are not those of networks of this shape"
}
