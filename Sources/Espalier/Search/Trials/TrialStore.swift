import ModelCompression
import NeuralNetworks

/// A directory in which a search keeps its trials, so that it can go on where it was interrupted.
///
/// `search.json` holds the setting; `trials.jsonl` one trial per line, appended when the trial ends; `networks/` the
/// networks of trials with full training. One process at a time.
struct TrialStore {
    let directory: String
    private(set) var trials: [String: Trial] = [:]
    private var journal: Journal<Trial>

    /// Opens the directory, or makes it.
    ///
    /// - Throws: `FileError` where the directory holds another search, or something that is none.
    init(_ directory: String, setting: SearchSetting) throws(FileError) {
        self.directory = directory
        // First the journal, which locks.
        journal = try Journal("\(directory)/trials.jsonl")
        try JournalSetting.require(
            setting, at: "\(directory)/search.json", what: "images, seed, weights, image or answer")
        for trial in journal.records { trials[trial.id] = trial }
    }

    /// Adds a trial, and keeps the network of one that had all of its training.
    mutating func append(_ trial: Trial, network: QuantizedNetwork?) throws {
        if let network, trial.plan.budget >= 1 {
            try network.integers.write(to: integerNetworkPath(trial.id))
            try network.floats.write(to: "\(directory)/networks/\(trial.id).onnx")
        }
        try journal.append(trial)
        trials[trial.id] = trial
    }

    private func integerNetworkPath(_ id: String) -> String { "\(directory)/networks/\(id).int.onnx" }

    func integerNetwork(_ id: String) throws -> IntegerNetwork {
        try IntegerNetwork(contentsOf: integerNetworkPath(id))
    }
}
