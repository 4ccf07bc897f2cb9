import ConstraintSystem
import FiniteFields
import NetworkCompiler
import NeuralNetworks

extension Tuning {
    /// A recipe that was chosen, with all its seeds.
    public struct Chosen: Hashable, Sendable {
        /// What it was chosen for; empty on a frontier that nothing was asked of.
        public var targets: [SearchTarget]
        /// The trial that is reported, and those with other seeds.
        public var trials: [Trial]
        /// Accuracy of each on the test images, in the same order, measured once.
        public var testAccuracies: [Double]
        /// Constraints of each, were the class its answer, in the same order.
        public var classConstraints: [Int]

        /// Median accuracy and median price of all seeds.
        var median: (accuracy: Double, constraints: Int) {
            let results = trials.compactMap(\.result)
            return (
                Tuning.median(results.map(\.validationAccuracy)),
                Tuning.median(results.map(\.constraints.total))
            )
        }

        package init(
            targets: [SearchTarget], trials: [Trial], testAccuracies: [Double] = [],
            classConstraints: [Int] = []
        ) {
            self.targets = targets
            self.trials = trials
            self.testAccuracies = testAccuracies
            self.classConstraints = classConstraints
        }
    }

    /// Chooses by validation images, then measures the chosen networks on the test images.
    ///
    /// With several seeds a recipe meets a target only if it comes to something with each: an accuracy with their median, a
    /// price with every one. The trial of the median accuracy is the one that is reported.
    func choose(_ progress: ProgressHandler) throws -> [Chosen] {
        let full = log.trials.filter {
            $0.plan.budget >= 1 && $0.result != nil && $0.plan.seed == log.setting.seed
        }
        var chosen: [Chosen] = []
        if options.targets.isEmpty {
            for trial in full where !full.contains(where: { Ranking.dominates($0, trial) }) {
                let trials = try withSeeds(trial, progress)
                if trials.count == options.seeds { chosen.append(Chosen(targets: [], trials: trials)) }
            }
            // What is best with one seed need not be with several.
            let all = chosen
            chosen.removeAll { choice in all.contains { Ranking.dominates($0.median, choice.median) } }
        }
        for target in options.targets {
            guard let trials = try best(for: target, among: full, progress) else { continue }
            if let index = chosen.firstIndex(where: { $0.trials == trials }) {
                chosen[index].targets.append(target)
            } else {
                chosen.append(Chosen(targets: [target], trials: trials))
            }
        }
        for index in chosen.indices {
            for trial in chosen[index].trials {
                let network = try log.network(of: trial)
                chosen[index].testAccuracies.append(try network.accuracy(on: log.testImages))
                chosen[index].classConstraints.append(try recount(network, of: trial))
            }
        }
        return chosen
    }

    /// Returns how many constraints a trial's network takes with the class as its answer.
    ///
    /// - Throws: `FileError` where it now takes another number with the answer of the search than when it was tried.
    private func recount(_ network: IntegerNetwork, of trial: Trial) throws -> Int {
        func count(_ output: CompileOptions.Output) throws -> Int {
            var options = log.setting.options
            options.output = output
            return try network.compiled(options, over: BN254Fields.Scalar.self).circuit.constraintCount
        }
        let (then, now) = (trial.result!.constraints.total, try count(log.setting.options.output))
        guard now == then else {
            throw FileError(
                .mismatch(
                    reason: "trial \(trial.id) takes \(now) constraints, and took \(then) when it was tried; "
                        + "the compiler has changed since: begin in another directory"),
                path: log.directory)
        }
        return log.setting.options.output == .class ? now : try count(.class)
    }

    /// Returns the trials of the best recipe that meets the target with all seeds; nil if none does.
    private func best(
        for target: SearchTarget, among trials: [Trial], _ progress: ProgressHandler
    ) throws -> [Trial]? {
        let candidates = trials.filter { target.isMet(by: $0.result!) }.sorted {
            target.prefers($0.result!, to: $1.result!)
        }
        for candidate in candidates {
            let all = try withSeeds(candidate, progress)
            if all.count == options.seeds, target.isMet(by: all.compactMap(\.result)) { return all }
        }
        return nil
    }

    /// The trials of a recipe that came to something with some seed, the one of the median accuracy first.
    private func withSeeds(_ trial: Trial, _ progress: ProgressHandler) throws -> [Trial] {
        guard options.seeds > 1 else { return [trial] }
        let step = "Repeat with \(options.seeds) seeds"
        progress(.running(step, detail: trial.id))
        let plans = (0..<options.seeds).map { offset in
            Trial.Plan(trial.plan.recipe, seed: log.setting.seed &+ UInt64(offset))
        }
        var trials = try log.run(plans).filter { $0.result != nil }
        trials.sort { ($0.result!.validationAccuracy, $0.id) < ($1.result!.validationAccuracy, $1.id) }
        let median = trials.remove(at: (trials.count - 1) / 2)
        progress(.finished(step, summary: trial.id))
        return [median] + trials
    }

    /// The middle one; the lower of two.
    package static func median<Value: Comparable>(_ values: [Value]) -> Value {
        values.sorted()[(values.count - 1) / 2]
    }
}
