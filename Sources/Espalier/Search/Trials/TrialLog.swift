public import Datasets
public import Foundation
import NeuralNetworks
import Synchronization

/// Runs trials on all cores and remembers them, in memory and on disk.
///
/// What was tried before is not tried again; so a search that is repeated comes back to where it was.
public final class TrialLog: Sendable {
    public let setting: SearchSetting
    let runner: TrialRunner
    private let store: Mutex<TrialStore>
    /// In the order in which they were first asked for.
    private let order = Mutex<[String]>([])
    private let workers: Int
    /// What chosen networks alone are measured on.
    let testImages: LabeledImages
    /// The number of images that trials train on.
    var trainingCount: Int { runner.dataset.train.count }

    /// - Parameters:
    ///   - directory: made where it does not exist.
    ///   - dataset: with its test images; the validation images are held out here.
    ///   - workers: how many trials run at once.
    public init(
        _ setting: SearchSetting, dataset: Dataset, directory: String,
        workers: Int = ProcessInfo.processInfo.activeProcessorCount
    ) throws(FileError) {
        guard setting.validationCount > 0, setting.validationCount < dataset.train.count else {
            throw FileError(
                .mismatch(
                    reason: "\(setting.validationCount) validation images leave nothing of "
                        + "\(dataset.train.count) training images"), path: dataset.name)
        }
        self.setting = setting
        self.workers = max(1, workers)
        testImages = dataset.test
        runner = TrialRunner(setting: setting, dataset: dataset.validating(on: setting.validationCount))
        store = Mutex(try TrialStore(directory, setting: setting))
    }

    var directory: String { store.withLock(\.directory) }

    /// The trials that were asked for so far, in order.
    package var trials: [Trial] {
        let ids = order.withLock { $0 }
        return store.withLock { store in ids.compactMap { store.trials[$0] } }
    }

    /// Whether a plan was tried before.
    func knows(_ plan: Trial.Plan) -> Bool { store.withLock { $0.trials[plan.id] != nil } }

    /// Returns what comes of some plans, in their order.
    ///
    /// - Parameter progress: told the share of the plans' work that is done, from any thread.
    /// - Throws: `FileError` where a trial cannot be kept.
    package func run(_ plans: [Trial.Plan], progress: @escaping @Sendable (Double) -> Void = { _ in }) throws
        -> [Trial]
    {
        order.withLock { order in
            var known = Set(order)
            for plan in plans where known.insert(plan.id).inserted { order.append(plan.id) }
        }
        var seen: Set<String> = []
        let missing = plans.filter { !knows($0) && seen.insert($0.id).inserted }
            // Long ones first, so that no core waits at the end.
            .sorted { ($0.budget * $0.recipe.effort, $0.id) > ($1.budget * $1.recipe.effort, $1.id) }
        let total = missing.reduce(0) { $0 + $1.budget * $1.recipe.effort }
        let state = Mutex<(next: Int, done: Double, failure: (any Error)?)>((0, 0, nil))
        DispatchQueue.concurrentPerform(iterations: min(workers, missing.count)) { _ in
            while true {
                let plan = state.withLock { state -> Trial.Plan? in
                    guard state.failure == nil, state.next < missing.count else { return nil }
                    state.next += 1
                    return missing[state.next - 1]
                }
                guard let plan else { return }
                let (trial, network) = runner.run(plan)
                do {
                    try store.withLock { try $0.append(trial, network: network) }
                } catch {
                    state.withLock { $0.failure = error }
                }
                progress(
                    state.withLock { state in
                        state.done += plan.budget * plan.recipe.effort
                        return state.done / total
                    })
            }
        }
        if let failure = state.withLock(\.failure) { throw failure }
        return store.withLock { store in plans.map { store.trials[$0.id]! } }
    }

    /// Returns the network of a trial that had all of its training.
    package func network(of trial: Trial) throws -> IntegerNetwork {
        try store.withLock { try $0.integerNetwork(trial.id) }
    }
}
