public import NeuralNetworks

extension Recipe {
    /// What is wrong with the recipe for images of a size, in a few words; nil if nothing is.
    public func flaw(for images: LabeledImages) -> String? {
        let checks: [(Bool, String)] = [
            (!hidden.isEmpty && hidden.allSatisfy((1...65_536).contains), "hidden takes widths of 1 … 65536"),
            ((1...8).contains(inputBits), "inputBits takes 1 … 8"),
            (
                boxSide == 1 || (try? InputTransform(bits: 1, boxSide: boxSide, of: images)) != nil,
                "boxSide takes 1, or a side of 2 … 16 that divides \(images.width) and \(images.height)"
            ),
            ((0..<1).contains(pixelSparsity), "pixelSparsity takes a fraction of 0 … 1"),
            ((0..<1).contains(sparsity), "sparsity takes a fraction of 0 … 1"),
            (criterion != .movement || pruningSteps > 1, "movement needs at least two pruningSteps"),
            ((1...65_536).contains(blockRows), "blockRows takes 1 … 65536"),
            ((1...1000).contains(pruningSteps), "pruningSteps takes 1 … 1000"),
            ((2...24).contains(weightBits), "weightBits takes 2 … 24"),
            ((2...32).contains(windowBits ?? 2), "windowBits takes 2 … 32"),
            (
                [epochs, stepEpochs, prunedEpochs, roundedEpochs].allSatisfy((1...10_000).contains),
                "epochs, stepEpochs, prunedEpochs and roundedEpochs take 1 … 10000"
            ),
            (
                // A rate that is 0 in single precision teaches nothing.
                [learningRate, pruningRate, roundingRate].allSatisfy { Float($0) > 0 && $0 <= 1 },
                "learningRate, pruningRate and roundingRate take numbers above 0, at most 1"
            ),
            ((0...8).contains(shift), "shift takes 0 … 8"),
        ]
        return checks.first { !$0.0 }?.1
    }
}
