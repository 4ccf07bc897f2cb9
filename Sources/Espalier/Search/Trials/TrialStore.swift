import Foundation
import ModelCompression
import NeuralNetworks

/// A directory in which a search keeps its trials, so that it can go on where it was interrupted.
///
/// `search.json` holds the setting; `trials.jsonl` one trial per line, appended when the trial ends; `networks/` the
/// networks of trials with full training. Lines that are no trials, as an interruption may leave them, are passed over,
/// and cut off where nothing follows. One process at a time.
struct TrialStore {
    let directory: String
    private(set) var trials: [String: Trial] = [:]
    private let journal: FileHandle

    private static let settingName = "search.json"
    private static let journalName = "trials.jsonl"

    /// Opens the directory, or makes it.
    ///
    /// - Throws: `FileError` where the directory holds another search, or something that is none.
    init(_ directory: String, setting: SearchSetting) throws(FileError) {
        self.directory = directory
        let path = "\(directory)/\(Self.settingName)"
        let journalPath = "\(directory)/\(Self.journalName)"
        if FileManager.default.fileExists(atPath: path) {
            let bytes = try ArtifactFile.read(path)
            guard let stored = try? JSONDecoder().decode(SearchSetting.self, from: Data(bytes)) else {
                throw FileError(.mismatch(reason: "this is not the setting of a search"), path: path)
            }
            guard stored == setting else {
                throw FileError(
                    .mismatch(
                        reason:
                            "another search is kept here: other images, seed, or weights, image or answer; "
                            + "name another directory, or repeat that search's options"), path: path)
            }
        } else {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            guard let bytes = try? encoder.encode(setting) else {
                preconditionFailure("a setting can be written")
            }
            try ArtifactFile.write(bytes, to: path)
        }
        journal = try Self.open(journalPath, into: &trials)
    }

    /// Opens the file, reads its trials, and cuts off what follows the last of them.
    private static func open(
        _ path: String, into trials: inout [String: Trial]
    ) throws(FileError) -> FileHandle {
        do {
            if !FileManager.default.fileExists(atPath: path) {
                try Data().write(to: URL(fileURLWithPath: path))
            }
            let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
            // Two processes would write over each other's lines. The lock goes with the file.
            guard flock(handle.fileDescriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
                throw FileError(
                    .mismatch(
                        reason: "another process searches here; wait for it, or name another directory"),
                    path: path)
            }
            let bytes = try handle.readToEnd() ?? Data()
            var complete = 0
            for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
                guard line.endIndex < bytes.endIndex,
                    let trial = try? JSONDecoder().decode(Trial.self, from: Data(line))
                else { continue }
                trials[trial.id] = trial
                complete = line.endIndex + 1 - bytes.startIndex
            }
            try handle.truncate(atOffset: UInt64(complete))
            try handle.seekToEnd()
            return handle
        } catch {
            throw FileError(writing: path, error)
        }
    }

    /// Adds a trial, and keeps the network of one that had all of its training.
    mutating func append(_ trial: Trial, network: QuantizedNetwork?) throws {
        if let network, trial.plan.budget >= 1 {
            try network.integers.write(to: integerNetworkPath(trial.id))
            try network.floats.write(to: "\(directory)/networks/\(trial.id).onnx")
        }
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            try journal.write(contentsOf: try encoder.encode(trial) + [UInt8(ascii: "\n")])
        } catch {
            throw FileError(writing: "\(directory)/\(Self.journalName)", error)
        }
        trials[trial.id] = trial
    }

    func integerNetworkPath(_ id: String) -> String { "\(directory)/networks/\(id).int.onnx" }

    func integerNetwork(_ id: String) throws -> IntegerNetwork {
        try IntegerNetwork(contentsOf: integerNetworkPath(id))
    }
}
