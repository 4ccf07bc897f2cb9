/// What was chosen, as a table for terminals and files.
public struct SearchTable: Sendable {
    /// A chosen recipe with what its seeds gave.
    public struct Row: Hashable, Codable, Sendable {
        public var targets: [String]
        /// Of the middle seed: its name, recipe and circuit.
        public var trial: String
        public var recipe: Recipe
        public var constraints: Int
        /// Of all seeds, the middle one first.
        public var allConstraints: [Int]
        /// Of all seeds, were the class the answer.
        public var classConstraints: [Int]
        public var validationAccuracies: [Double]
        public var testAccuracies: [Double]
        public var medianTestAccuracy: Double
        /// The largest less the smallest.
        public var testSpread: Double
        public var commands: [String]
    }

    public let rows: [Row]
    let chosen: [Tuning.Chosen]
    let setting: SearchSetting

    /// Cheapest first.
    public init(_ chosen: [Tuning.Chosen], _ setting: SearchSetting) {
        func key(_ choice: Tuning.Chosen) -> (Int, String) {
            (choice.trials[0].result!.constraints.total, choice.trials[0].id)
        }
        let chosen = chosen.sorted { key($0) < key($1) }
        self.chosen = chosen
        self.setting = setting
        rows = chosen.map { choice in
            let trial = choice.trials[0]
            return Row(
                targets: choice.targets.map(\.text), trial: trial.id, recipe: trial.plan.recipe,
                constraints: trial.result!.constraints.total,
                allConstraints: choice.trials.map { $0.result!.constraints.total },
                classConstraints: choice.classConstraints,
                validationAccuracies: choice.trials.map { $0.result!.validationAccuracy },
                testAccuracies: choice.testAccuracies,
                medianTestAccuracy: Tuning.median(choice.testAccuracies),
                testSpread: choice.testAccuracies.max()! - choice.testAccuracies.min()!,
                commands: trial.plan.recipe.commands(setting.occasion(seed: trial.plan.seed), name: trial.id))
        }
    }

    public func text() -> String {
        let hasSeeds = rows.contains { $0.testAccuracies.count > 1 }
        var table = TextTable(
            columns: [
                .init("Target"), .init("Constraints", .right), .init("class", .right),
                .init("Validation", .right), .init("Test", .right),
            ] + (hasSeeds ? [.init("median", .right), .init("spread", .right)] : []) + [
                .init("Hidden", .right), .init("Window bits", .right), .init("Trial"),
            ])
        for row in rows {
            let seeds = [NumberText.accuracy(row.medianTestAccuracy), NumberText.accuracy(row.testSpread)]
            table.append(
                [
                    row.targets.joined(separator: ", "), NumberText.grouped(row.constraints),
                    NumberText.grouped(row.classConstraints[0]),
                    NumberText.accuracy(row.validationAccuracies[0]),
                    NumberText.accuracy(row.testAccuracies[0]),
                ] + (hasSeeds ? seeds : []) + [
                    row.recipe.hidden.map(String.init).joined(separator: "–"),
                    row.recipe.windowBits.map(String.init) ?? "", row.trial,
                ])
        }
        return table.rendered()
    }
}
