public import EllipticCurves
public import NetworkCompiler
public import NeuralNetworks

extension CompiledNetwork where F == BN254.ScalarField {
    /// Demands that the circuit says what the network computes on every one of these images.
    ///
    /// - Throws: `CircuitDisagreement` with the first image where it does not, which is a bug of Espalier.
    public func requireEquality(
        to network: IntegerNetwork, on images: LabeledImages, progress: @escaping ProgressHandler = { _ in }
    ) throws {
        let step = "Compare circuit and network"
        progress(.running(step, fraction: 0))
        let check = try check(against: network, on: images) { done in
            progress(.running(step, fraction: Double(done) / Double(images.count), detail: "\(done) images"))
        }
        if let first = check.first { throw CircuitDisagreement(failure: first) }
        progress(.finished(step, summary: "equal on \(NumberText.grouped(images.count)) images"))
    }
}

/// A circuit and its network disagree: a bug of Espalier.
public struct CircuitDisagreement: Error, Hashable, Sendable, CustomStringConvertible {
    public let failure: CircuitCheck.Failure

    public var description: String {
        let what =
            switch failure.disagreement {
            case .noWitness(let error): "\(error)"
            case .violated(let region): "\(region) is violated"
            case .otherOutputs: "the outputs differ"
            }
        return "circuit and network disagree on image \(failure.image): \(what)"
    }
}
