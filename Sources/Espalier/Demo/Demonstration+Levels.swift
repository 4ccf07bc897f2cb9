import CircuitFormats
import NeuralNetworks

extension Demonstration {
    /// One pruned network on its way to the report.
    struct Level<Curve: InterchangeCurve> {
        let summary: PruningReport.Level
        let name: String
        let network: IntegerNetwork
        let embedded: NetworkCircuit<Curve>

        /// How far this level is from the one that is to be proved.
        func distance(to options: Options) -> Double {
            abs(summary.sparsity - options.provedSparsity) + (summary.method == .retrained ? 0 : 0.001)
        }
    }

    /// Prunes at every level, at once and with retraining, and measures what is left.
    func evaluateLevels<Curve: InterchangeCurve>(
        of network: Network, on dataset: Dataset, _ curve: Curve.Type
    ) throws -> [Level<Curve>] {
        var levels: [Level<Curve>] = []
        for sparsity in options.sparsities {
            levels.append(
                try evaluate(try network.pruned(toSparsity: sparsity), sparsity, .oneShot, on: dataset))
            guard sparsity > 0, sparsity < 1 else { continue }
            let retrained = try network.pruned(
                toSparsity: sparsity, retrainingOn: dataset.train, seed: options.seed, progress: progress)
            levels.append(try evaluate(retrained, sparsity, .retrained, on: dataset))
        }
        return levels
    }

    /// Quantizes, measures and compiles one network, and writes both of its forms.
    private func evaluate<Curve: InterchangeCurve>(
        _ network: Network, _ sparsity: Double, _ method: PruningReport.Method, on dataset: Dataset
    ) throws -> Level<Curve> {
        let name = "shallownet-\(NumberText.fixed(sparsity * 100, decimals: 0))-\(method.rawValue)"
        let step = "Quantize and compile \(name)"
        progress(.running(step))
        let integerNetwork = try network.quantized(calibratedOn: dataset.train).network
        let embedded = try integerNetwork.compiled(CompileOptions(weights: .embedded), on: Curve.self)
        let hidden = try integerNetwork.compiled(CompileOptions(weights: .private), on: Curve.self)
        let summary = PruningReport.Level(
            sparsity: sparsity, method: method, survivingWeights: network.survivingWeightCount,
            floatAccuracy: try network.accuracy(on: dataset.test),
            integerAccuracy: try integerNetwork.accuracy(on: dataset.test),
            embedded: .init(embedded), private: .init(hidden))
        try network.write(to: path("networks/\(name).onnx"))
        try integerNetwork.write(to: path("networks/\(name).int.onnx"))
        progress(
            .finished(
                step,
                summary: """
                    \(NumberText.accuracy(summary.integerAccuracy)), embedded \
                    \(NumberText.grouped(summary.embedded.total)), private \
                    \(NumberText.grouped(summary.private.total)) constraints
                    """))
        return Level(summary: summary, name: name, network: integerNetwork, embedded: embedded)
    }
}

extension PruningReport.Constraints {
    fileprivate init(_ circuit: NetworkCircuit<some InterchangeCurve>) {
        self.init(
            total: circuit.circuit.constraintCount,
            regions: circuit.costs.map { .init(name: $0.path, constraints: $0.constraints) })
    }
}
