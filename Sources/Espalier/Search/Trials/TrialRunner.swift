import ConstraintSystem
import Datasets
import FiniteFields
import ModelCompression
import NetworkCompiler
import NeuralNetworks

/// Makes the networks of trials, and counts and measures them.
struct TrialRunner: Sendable {
    let setting: SearchSetting
    /// With held-out images in place of the test images.
    let dataset: Dataset

    /// Returns what came of a plan, and its network where anything did.
    ///
    /// The network is trained, quantized and compiled: the number of constraints is the compiler's own. A recipe that comes
    /// to nothing, because training diverges or a value leaves the field, is no error but a bad trial.
    func run(_ plan: Trial.Plan) -> (trial: Trial, network: QuantizedNetwork?) {
        let clock = ContinuousClock.now
        do {
            let made = try plan.recipe.shortened(to: plan.budget).network(
                on: dataset.train, hidesWeights: setting.options.weights != .embedded, seed: plan.seed)
            let result = try Self.result(of: made.integers, setting.options, on: dataset.test)
            let seconds = clock.duration(to: .now) / .seconds(1)
            return (Trial(plan, result: result, seconds: seconds), made)
        } catch {
            let seconds = clock.duration(to: .now) / .seconds(1)
            return (Trial(plan, result: nil, failure: "\(error)", seconds: seconds), nil)
        }
    }

    /// Returns what a network costs and can do.
    static func result(
        of network: IntegerNetwork, _ options: CompileOptions, on images: LabeledImages
    ) throws -> Trial.Result {
        let compiled = try network.compiled(options, over: BN254Fields.Scalar.self)
        return Trial.Result(
            validationAccuracy: try network.accuracy(on: images), constraints: compiled.reportedConstraints,
            survivingWeights: compiled.network.nonzeroWeightCount)
    }
}

extension CompiledNetwork {
    /// The constraints by region, for reports.
    var reportedConstraints: PruningReport.Constraints {
        PruningReport.Constraints(
            total: circuit.constraintCount,
            regions: costs.map { PruningReport.Region(name: $0.path, constraints: $0.constraints) })
    }
}

extension IntegerNetwork {
    /// Weights that are not zero.
    var nonzeroWeightCount: Int {
        nodes.reduce(0) { sum, node in
            guard case .linear(let layer) = node.operation else { return sum }
            return sum + layer.weights.count { $0 != 0 }
        }
    }
}
