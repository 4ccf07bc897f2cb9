import Foundation

/// Reading and writing whole files: nothing half-written ever stands under the final name.
public enum ArtifactFile {
    /// No artifact of the project is larger; a larger file is refused before memory is taken.
    public static let sizeLimit = 4 << 30

    /// Returns the bytes of a file.
    public static func read(_ path: String, limit: Int = sizeLimit) throws(FileError) -> [UInt8] {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw FileError(.notFound, path: path)
        }
        guard !isDirectory.boolValue else { throw FileError(.isDirectory, path: path) }
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            guard (attributes[.size] as? Int ?? 0) <= limit else {
                throw FileError(.tooLarge(limit: limit), path: path)
            }
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe))
        } catch let error as FileError {
            throw error
        } catch {
            throw FileError(.notReadable(reason: reason(of: error)), path: path)
        }
    }

    /// Returns the number of bytes of a file.
    public static func size(of path: String) throws(FileError) -> Int {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let size = attributes[.size] as? Int
        else { throw FileError(.notFound, path: path) }
        return size
    }

    /// Writes a file under a temporary name beside it and renames it when it is complete.
    ///
    /// Missing directories on the way are made.
    public static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(FileError) {
        let target = URL(fileURLWithPath: path)
        let directory = target.deletingLastPathComponent()
        let temporary = directory.appendingPathComponent(
            ".\(target.lastPathComponent).\(UInt32.random(in: 0 ... .max)).part")
        do {
            var isDirectory: ObjCBool = false
            if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue
            {
                throw FileError(.isDirectory, path: path)
            }
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            try Data(bytes).write(to: temporary)
            guard rename(temporary.path, target.path) == 0 else {
                throw FileError(.notWritable(reason: String(cString: strerror(errno))), path: path)
            }
        } catch {
            try? FileManager.default.removeItem(at: temporary)
            throw error as? FileError ?? FileError(.notWritable(reason: reason(of: error)), path: path)
        }
    }

    /// Writes text in UTF-8.
    public static func write(_ text: String, to path: String) throws(FileError) {
        try write(text.utf8, to: path)
    }

    /// The system's words for an error (`No space left on device`), without Foundation's frame.
    private static func reason(of error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
        return underlying.domain == NSPOSIXErrorDomain
            ? String(cString: strerror(Int32(underlying.code))) : underlying.localizedDescription
    }
}
