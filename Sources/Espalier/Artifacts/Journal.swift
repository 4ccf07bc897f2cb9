import Foundation

/// A file of JSON records, one per line, each written as soon as it is known: what a long job comes back to.
///
/// A last line without an end, as an interruption leaves it, is cut off; other lines that are no records are passed over,
/// and stay. One process at a time.
package struct Journal<Record: Codable & Sendable>: @unchecked Sendable {
    let path: String
    package private(set) var records: [Record] = []
    private let handle: FileHandle

    /// Opens the file, or makes it with its directory.
    package init(_ path: String) throws(FileError) {
        self.path = path
        try FileTransaction.makeDirectories(for: path)
        do {
            if !FileManager.default.fileExists(atPath: path) {
                try Data().write(to: URL(fileURLWithPath: path))
            }
            handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
            // Two processes would write over each other's lines. The lock goes with the file.
            guard flock(handle.fileDescriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
                throw FileError(
                    .mismatch(
                        reason: "another process works here; wait for it, or name another directory"),
                    path: path)
            }
            let bytes = try handle.readToEnd() ?? Data()
            // What stands behind the last line break never became a line.
            let complete = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 - bytes.startIndex } ?? 0
            for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
                guard line.endIndex < bytes.endIndex,
                    let record = try? JSONDecoder().decode(Record.self, from: Data(line))
                else { continue }
                records.append(record)
            }
            guard !records.isEmpty || complete == 0 else {
                throw FileError(
                    .mismatch(reason: "no line of it is a record of this version; name another directory"),
                    path: path)
            }
            try handle.truncate(atOffset: UInt64(complete))
            try handle.seekToEnd()
        } catch {
            throw FileError(writing: path, error)
        }
    }

    mutating func append(_ record: Record) throws(FileError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            try handle.write(contentsOf: try encoder.encode(record) + [UInt8(ascii: "\n")])
        } catch {
            throw FileError(writing: path, error)
        }
        records.append(record)
    }
}

/// The setting of a long job, kept beside its journal: another one may not go on with it.
enum JournalSetting {
    /// Demands that the file holds this setting, or writes it where there is none.
    ///
    /// - Parameter what: what other settings would be, for the sentence.
    static func require<Setting: Codable & Equatable>(
        _ setting: Setting, at path: String, what: String
    ) throws(FileError) {
        guard FileManager.default.fileExists(atPath: path) else {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            guard let bytes = try? encoder.encode(setting) else {
                preconditionFailure("a setting can be written")
            }
            return try ArtifactFile.write(bytes, to: path)
        }
        let bytes = try ArtifactFile.read(path)
        guard let stored = try? JSONDecoder().decode(Setting.self, from: Data(bytes)) else {
            throw FileError(.mismatch(reason: "this is not the setting of such a run"), path: path)
        }
        guard stored == setting else {
            throw FileError(
                .mismatch(
                    reason: "another run is kept here, with other \(what); name another directory, or repeat "
                        + "that run's options"), path: path)
        }
    }
}
