import Espalier

extension TransferReport {
    /// A comparison with plausible numbers, made up for tests: two tasks, three methods, five seeds.
    static var sample: TransferReport {
        var numbers = SampleNumbers()
        var trials: [Trial] = []
        for (source, target, ease) in [("mnist", "fashion", 0.11), ("fashion", "mnist", 0.024)] {
            for (method, growth) in [("magnitude", 1.35), ("movement", 0.85), ("saliency", 1.0)] {
                for (sparsity, steps) in [(0.5, 0.0), (0.8, 1.3), (0.9, 2.3), (0.95, 3.3), (0.97, 4.1)] {
                    for seed in 1...5 {
                        let start = method == "movement" ? 0.02 : 0
                        let wrong = ease * (1 + start * 10 + growth * steps * steps / 6)
                        trials.append(
                            Trial(
                                source: source, target: target, method: method, sparsity: sparsity,
                                seed: UInt64(seed), accuracy: 1 - wrong * (0.92 + 0.16 * numbers.next()),
                                survivingWeights: Int((1 - sparsity) * 101_632)))
                    }
                }
            }
        }
        return TransferReport(
            title: "Masks found on other images",
            setting: [
                ReportedChoice("architecture", "784–128–ReLU–10"), ReportedChoice("epochs", "12 + 20"),
            ],
            command: "espalier transfer --from mnist --to fashion --seeds 5", seconds: 5_310, trials: trials)
    }
}
