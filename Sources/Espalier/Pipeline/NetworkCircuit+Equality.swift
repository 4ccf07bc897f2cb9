import NetworkCompiler
public import NeuralNetworks

extension NetworkCircuit {
    /// Demands that the circuit says what the network computes on every one of these images.
    ///
    /// - Throws: `CircuitDisagreement` with the first image where it does not, which is a bug of Espalier.
    public func requireEquality(
        to network: IntegerNetwork, on images: LabeledImages, progress: @escaping ProgressHandler = { _ in }
    ) throws {
        let step = "Compare circuit and network"
        progress(.running(step, fraction: 0))
        let check = try compiled.check(against: network, on: images) { done in
            progress(.running(step, fraction: Double(done) / Double(images.count), detail: "\(done) images"))
        }
        if let failure = check.first { throw CircuitDisagreement(failure: failure) }
        progress(.finished(step, summary: "equal on \(NumberText.grouped(images.count)) images"))
    }
}
