extension Recipe {
    /// The choices in words, in the order of the data.
    var choices: [ReportedChoice] {
        [
            ReportedChoice("hidden", hidden.map(String.init).joined(separator: "–")),
            ReportedChoice("activation", activation == .relu ? "ReLU" : "square"),
            ReportedChoice("skip", skip ? "yes" : "no"),
            ReportedChoice("input bits", "\(inputBits)"),
            ReportedChoice("boxes", boxSide == 1 ? "no" : "\(boxSide)×\(boxSide)"),
            ReportedChoice("pixels pruned", Self.text(pixelSparsity)),
            ReportedChoice("pruned", Self.text(sparsity)),
            ReportedChoice("criterion", criterion.rawValue),
            ReportedChoice("block rows", "\(blockRows)"),
            ReportedChoice("steps", "\(pruningSteps)"),
            ReportedChoice("weight bits", "\(weightBits)"),
            ReportedChoice("window bits", windowBits.map(String.init) ?? "any"),
            ReportedChoice("epochs", "\(epochs) + \(stepEpochs) + \(prunedEpochs) + \(roundedEpochs)"),
            ReportedChoice("rates", "\(learningRate), \(pruningRate), \(roundingRate)"),
            ReportedChoice("shift", "\(shift)"),
        ]
    }

    private static func text(_ sparsity: Double) -> String {
        sparsity == 0 ? "no" : NumberText.sparsity(sparsity)
    }
}
