import ModelCompression
public import NetworkCompiler

extension Recipe {
    /// Where a recipe's network comes from and what becomes of it, for the commands that make it.
    public struct Occasion: Hashable, Sendable {
        public var seed: UInt64
        public var options: CompileOptions
        /// Images held out of the training images.
        public var validationCount: Int
        /// Options that name the data set, each with a blank before it; empty for the default one.
        public var dataArguments: String

        public init(
            seed: UInt64, options: CompileOptions, validationCount: Int, dataArguments: String = ""
        ) {
            self.seed = seed
            self.options = options
            self.validationCount = validationCount
            self.dataArguments = dataArguments
        }
    }

    /// Returns the commands that make the network and its circuit again, in order, with files of that name.
    public func commands(_ occasion: Occasion, name: String) -> [String] {
        let common =
            "--seed \(occasion.seed) --validation \(occasion.validationCount)\(occasion.dataArguments)"
        var source = "\(name).onnx"
        var commands = [
            "espalier train --hidden \(hidden.map(String.init).joined(separator: " "))"
                + " --activation \(activation.rawValue)" + (skip ? " --skip" : "")
                + " --input-bits \(inputBits)" + (boxSide > 1 ? " --input-boxes \(boxSide)" : "")
                + " \(training(epochs, learningRate)) \(common) --output \(source)"
        ]
        for (index, pruning) in prunings.enumerated() {
            let target = "\(name).p\(index + 1).onnx"
            commands.append(
                "espalier prune \(source) --sparsity \(pruning.sparsity) --criterion \(criterion.rawValue)"
                    + " \(Self.arguments(pruning.granularity)) --steps \(pruningSteps)"
                    + " --step-epochs \(stepEpochs) \(training(prunedEpochs, pruningRate)) \(common)"
                    + " --output \(target)")
            source = target
        }
        let hidesWeights = occasion.options.weights != .embedded
        commands.append(
            "espalier quantize \(source) --weight-bits \(weightBits)"
                + (windowBits.map { " --window-bits \($0) --activation-bits 0" } ?? "")
                + (hidesWeights ? " --bias-bits \(Self.hiddenBiasBits) --publish-windows" : "")
                + " \(training(roundedEpochs, roundingRate)) \(common) --output \(name).int.onnx")
        commands.append(
            "espalier compile \(name).int.onnx --weights \(occasion.options.weights.rawValue)"
                + " --input \(occasion.options.input.rawValue) --answer \(occasion.options.output.rawValue)"
                + " --check 10000\(occasion.dataArguments)")
        return commands
    }

    private func training(_ epochs: Int, _ rate: Double) -> String {
        "--epochs \(epochs) --learning-rate \(rate) --shift \(shift)"
    }

    private static func arguments(_ granularity: PruningGranularity) -> String {
        switch granularity {
        case .weight: "--granularity weight"
        case .block(let rows): "--granularity block --block-rows \(rows)"
        case .neuron: "--granularity neuron"
        case .pixel: "--granularity pixel"
        }
    }
}
