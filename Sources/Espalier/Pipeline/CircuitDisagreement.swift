public import NetworkCompiler

/// A circuit and its network disagree: a bug of Espalier.
public struct CircuitDisagreement: Error, Hashable, Sendable, CustomStringConvertible {
    public let failure: CircuitCheck.Failure

    public var description: String {
        let what =
            switch failure.disagreement {
            case .noWitness(let error): error.description
            case .violated(let region): "\(region) is violated"
            case .otherOutputs: "the outputs differ"
            }
        return "circuit and network disagree on image \(failure.image) (\(what)): this is a bug of espalier, "
            + "please report it"
    }
}
