extension TransferReport {
    /// Returns the trials as comma-separated values (RFC 4180, LF line ends): a heading, then one row for each.
    ///
    /// Shares are 0 … 1. Columns: `source`, `target`, `method`, `sparsity`, `seed`, `accuracy`,
    /// `surviving_weights`.
    public func csv() -> String {
        var table = CSVTable(
            heading: ["source", "target", "method", "sparsity", "seed", "accuracy", "surviving_weights"])
        for trial in trials {
            table.append([
                trial.source, trial.target, trial.method, "\(trial.sparsity)", "\(trial.seed)",
                "\(trial.accuracy)", "\(trial.survivingWeights)",
            ])
        }
        return table.rendered()
    }
}
