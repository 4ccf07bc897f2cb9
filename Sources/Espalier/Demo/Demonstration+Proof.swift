import CircuitFormats
import NeuralNetworks

extension Demonstration {
    /// Makes a development key for one circuit, proves one answer, verifies it, and tries to cheat.
    func prove<Curve: InterchangeCurve>(
        _ level: Level<Curve>, on dataset: Dataset
    ) throws -> PruningReport.Proof {
        let image = try ImageInput(dataset.test, at: options.testImage)
        let images = dataset.test.prefix(options.checkedImages)
        try level.embedded.requireEquality(to: level.network, on: images, progress: progress)

        let circuitPath = path("\(level.name).r1cs")
        let file = try CircuitFile.write(level.embedded, to: circuitPath)
        let (key, setupSeconds) = try measure { try file.developmentKey(progress: progress) }
        let keys = try KeyFiles.write(key, of: file, to: path(level.name))

        let step = "Prove test image \(options.testImage)"
        progress(.running(step))
        let input = try level.network.input(for: image, named: nil)
        let (answer, proveSeconds) = try measure { try level.embedded.prove(input, with: key) }
        try answer.write(proof: path("proof.json"), publicValues: path("public.json"))
        progress(.finished(step))

        // From the files, as a client would.
        let verifier = try NetworkVerifier<Curve>(
            keyFile: keys.verifyingKeyPath, allowingDevelopmentKey: true)
        let received = try NetworkProof<Curve>(
            proof: path("proof.json"), publicValues: path("public.json"))
        let verdict = try verifier.verify(received, about: image)
        guard verdict.isValid, let reading = verdict.answer else {
            throw DemonstrationError.refused(reason: verdict.reason ?? "")
        }
        return PruningReport.Proof(
            circuit: "\(NumberText.sparsity(level.summary.sparsity)) pruned, "
                + "\(level.summary.method.rawValue), weights embedded, \(Curve.name)",
            constraints: file.description.constraints, domainSize: key.domainSize,
            circuitBytes: try ArtifactFile.size(of: circuitPath),
            provingKeyBytes: try ArtifactFile.size(of: keys.provingKeyPath),
            verifyingKeyBytes: try ArtifactFile.size(of: keys.verifyingKeyPath),
            proofBytes: try ArtifactFile.size(of: path("proof.json")),
            setupSeconds: setupSeconds, proveSeconds: proveSeconds, verifySeconds: verdict.seconds,
            image: .init(
                width: image.width, height: image.height, pixels: image.pixels, index: options.testImage,
                label: image.label ?? 0),
            predictedClass: reading.class, logits: (reading.logits ?? []).map { Int64(clamping: $0) },
            refusals: try attack(received, on: image, with: verifier))
    }

    private func measure<Result>(_ body: () throws -> Result) rethrows -> (Result, seconds: Double) {
        let clock = ContinuousClock.now
        let result = try body()
        return (result, clock.duration(to: .now) / .seconds(1))
    }
}

/// The demonstration failed at what it is there to show.
public enum DemonstrationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The honest proof was refused.
    case refused(reason: String)
    /// A forged statement was accepted.
    case accepted(attack: String)

    public var description: String {
        switch self {
        case .refused(let reason): "the honest proof was refused: \(reason)"
        case .accepted(let attack): "an attack went through: \(attack)"
        }
    }
}
