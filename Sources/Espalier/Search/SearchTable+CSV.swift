extension SearchTable {
    /// The name of the file with one row per chosen network.
    public static let fileName = "chosen.csv"

    /// Returns the chosen networks as comma-separated values (RFC 4180, LF line ends): a heading, then one row for each
    /// seed of each choice, the middle one first. Tables of several searches can be put one below the other.
    ///
    /// Columns: `weights`, `image`, `activation`, `targets` (joined by `; `), `constraints` with logits or class as the
    /// search asked, `class_constraints`, `validation_accuracy` and `test_accuracy` (shares), `seed`, `trial`, `search` (the
    /// command of the search), `command` (the commands that make this network again, joined by ` && `).
    public func csv(search: String) -> String {
        var table = CSVTable(heading: [
            "weights", "image", "activation", "targets", "constraints", "class_constraints",
            "validation_accuracy", "test_accuracy", "seed", "trial", "search", "command",
        ])
        for choice in chosen {
            for (place, trial) in choice.trials.enumerated() {
                table.append([
                    setting.options.weights.rawValue, setting.options.input.rawValue,
                    trial.plan.recipe.activation.rawValue,
                    choice.targets.map(\.text).joined(separator: "; "),
                    "\(trial.result!.constraints.total)", "\(choice.classConstraints[place])",
                    "\(trial.result!.validationAccuracy)", "\(choice.testAccuracies[place])",
                    "\(trial.plan.seed)", trial.id, search,
                    trial.plan.recipe.commands(setting.occasion(seed: trial.plan.seed), name: trial.id)
                        .joined(separator: " && "),
                ])
            }
        }
        return table.rendered()
    }
}
