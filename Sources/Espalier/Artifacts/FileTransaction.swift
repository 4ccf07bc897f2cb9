public import ConstraintSystem
public import Foundation
import Synchronization

/// Files that appear together or not at all: nothing half-written ever stands under a final name.
///
/// Each file is written under a temporary name beside its place; `commit()` renames them when all are
/// complete. A failure removes what was written and leaves the old files as they were.
public struct FileTransaction: ~Copyable {
    private struct Pending {
        let path: String
        let temporary: String

        var directory: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }
    }

    private var pending: [Pending] = []

    /// Temporary files of this process, for `removeUnfinished()`.
    private static let unfinished = Mutex<Set<String>>([])

    public init() {}

    deinit { discard() }

    /// Writes a file under its temporary name. Missing directories on the way are made.
    public mutating func add(_ bytes: some Sequence<UInt8>, to path: String) throws(FileError) {
        let temporary = try begin(path)
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: temporary))
        } catch {
            throw FileError(writing: path, error)
        }
    }

    /// Writes a file that nobody but its owner may read or write, under its temporary name.
    public mutating func add(secret bytes: borrowing SecretBuffer<UInt8>, to path: String) throws(FileError) {
        try bytes.withUnsafeBufferPointer { buffer throws(FileError) in
            try add(to: path, mode: 0o600) { sink throws(FileError) in
                try sink(UnsafeRawBufferPointer(buffer))
            }
        }
    }

    /// Writes a file under its temporary name, of the pieces that `body` hands to its argument.
    ///
    /// - Parameter mode: who may read and write it, of which the process's mask takes away.
    public mutating func add(
        to path: String, mode: mode_t = 0o666,
        _ body: (_ sink: (UnsafeRawBufferPointer) throws(FileError) -> Void) throws(FileError) -> Void
    ) throws(FileError) {
        let descriptor = open(try begin(path), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        func failure() -> FileError {
            FileError(.notWritable(reason: String(cString: strerror(errno))), path: path)
        }
        guard descriptor >= 0 else { throw failure() }
        var isOpen = true
        defer { if isOpen { close(descriptor) } }
        try body { piece throws(FileError) in
            var rest = piece
            while let start = rest.baseAddress, !rest.isEmpty {
                let written = write(descriptor, start, rest.count)
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { throw failure() }
                rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            }
        }
        // Some systems notice only here that the disk is full.
        isOpen = false
        guard close(descriptor) == 0 else { throw failure() }
    }

    /// Returns the temporary name of a file that is about to be written.
    private mutating func begin(_ path: String) throws(FileError) -> String {
        try Self.makeDirectories(for: path)
        let target = URL(fileURLWithPath: path)
        guard !pending.contains(where: { Self.isSame($0.path, path) }) else {
            throw FileError(.mismatch(reason: "two results would be written to this file"), path: path)
        }
        let temporary = target.deletingLastPathComponent().appendingPathComponent(
            ".\(target.lastPathComponent).\(UInt32.random(in: 0 ... .max)).part"
        ).path
        pending.append(Pending(path: path, temporary: temporary))
        Self.unfinished.withLock { _ = $0.insert(temporary) }
        return temporary
    }

    /// Gives all files their names, in the order in which they were added.
    ///
    /// Waits for other processes that do so in the same directories: two keys that are made at once do not
    /// mix.
    public consuming func commit() throws(FileError) {
        let locks = Set(pending.map(\.directory)).sorted().map { directory in
            let descriptor = open(directory, O_RDONLY)
            // Where directories cannot be locked the names are given all the same.
            _ = flock(descriptor, LOCK_EX)
            return descriptor
        }
        defer { for descriptor in locks { close(descriptor) } }
        // An interruption waits until all names are given.
        let failure = Self.unfinished.withLock { _ in Self.rename(pending) }
        if let failure { throw failure }
    }

    private static func rename(_ files: [Pending]) -> FileError? {
        for file in files where Foundation.rename(file.temporary, file.path) != 0 {
            return FileError(.notWritable(reason: String(cString: strerror(errno))), path: file.path)
        }
        return nil
    }

    /// Demands that there is no file of this name yet, where replacing one would lose what cannot be made again.
    public static func requireNew(_ path: String) throws(FileError) {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw FileError(
                .mismatch(
                    reason: "this file exists, and holds secrets that cannot be made again; say --replace"),
                path: path)
        }
    }

    /// Whether two names are those of one file, however they are written.
    public static func isSame(_ first: String, _ second: String) -> Bool {
        let paths = [first, second].map {
            URL(fileURLWithPath: $0).standardizedFileURL.resolvingSymlinksInPath().path
        }
        return paths[0] == paths[1]
    }

    private func discard() {
        for file in pending {
            unlink(file.temporary)
            Self.unfinished.withLock { _ = $0.remove(file.temporary) }
        }
    }

    /// Removes the temporary files of this process; for one that is interrupted.
    public static func removeUnfinished() {
        for path in unfinished.withLock({ $0 }) { unlink(path) }
    }

    /// Demands that a file of this name can be made, before work is spent on what it shall hold. Makes nothing.
    ///
    /// Where directories on the way are missing, the last one that is there counts.
    public static func requireWritable(_ path: String) throws(FileError) {
        let manager = FileManager.default
        if manager.fileExists(atPath: path) {
            do { _ = try ArtifactFile.size(of: path) } catch { throw FileError(writing: path, error) }
        }
        var directory = URL(fileURLWithPath: path).deletingLastPathComponent()
        while !manager.fileExists(atPath: directory.path), directory.path != "/" {
            directory = directory.deletingLastPathComponent()
        }
        var isDirectory: ObjCBool = false
        _ = manager.fileExists(atPath: directory.path, isDirectory: &isDirectory)
        func refuse(_ code: Int32) -> FileError {
            FileError(.notWritable(reason: String(cString: strerror(code))), path: path)
        }
        guard isDirectory.boolValue else { throw refuse(ENOTDIR) }
        guard access(directory.path, W_OK) == 0 else { throw refuse(errno) }
    }

    /// Makes the directories on the way to a file that is about to be written.
    static func makeDirectories(for path: String) throws(FileError) {
        try requireWritable(path)
        let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        } catch {
            throw FileError(writing: path, error)
        }
    }
}

extension ArtifactFile {
    /// Writes a file completely or not at all. Missing directories on the way are made.
    public static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(FileError) {
        var files = FileTransaction()
        try files.add(bytes, to: path)
        try files.commit()
    }

    /// Writes text in UTF-8.
    public static func write(_ text: String, to path: String) throws(FileError) {
        try write(text.utf8, to: path)
    }
}
