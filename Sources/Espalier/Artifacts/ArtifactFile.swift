import Foundation

/// Reading whole files, with errors that name them.
public enum ArtifactFile {
    /// No artifact of the project is larger; a larger file is refused before memory is taken.
    public static let sizeLimit = 4 << 30

    /// Returns the bytes of a file.
    public static func read(_ path: String, limit: Int = sizeLimit) throws(FileError) -> [UInt8] {
        guard try size(of: path) <= limit else { throw FileError(.tooLarge(limit: limit), path: path) }
        do {
            let data = try Data(contentsOf: URL(fileURLWithPath: path))
            guard !data.isEmpty else { throw FileError(.empty, path: path) }
            return [UInt8](data)
        } catch {
            throw FileError(reading: path, error)
        }
    }

    /// Returns the number of bytes of a file.
    public static func size(of path: String) throws(FileError) -> Int {
        do {
            // The attributes of a symbolic link are its own, those wanted here are the file's.
            let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
            let attributes = try FileManager.default.attributesOfItem(atPath: target)
            switch attributes[.type] as? FileAttributeType {
            case .typeRegular?: return attributes[.size] as? Int ?? 0
            case .typeDirectory?: throw FileError(.isDirectory, path: path)
            default: throw FileError(.notRegular, path: path)
            }
        } catch {
            throw FileError(reading: path, error)
        }
    }
}

extension FileError {
    init(reading path: String, _ error: any Error) {
        self = error as? FileError ?? FileError(Self.code(of: error) { .notReadable(reason: $0) }, path: path)
    }

    init(writing path: String, _ error: any Error) {
        self = error as? FileError ?? FileError(.notWritable(reason: Self.reason(of: error)), path: path)
    }

    private static func code(of error: any Error, otherwise: (String) -> Code) -> Code {
        switch error {
        case CocoaError.fileNoSuchFile, CocoaError.fileReadNoSuchFile, POSIXError.ENOENT: .notFound
        default: otherwise(reason(of: error))
        }
    }

    /// The system's words for an error (`No space left on device`), without Foundation's frame.
    private static func reason(of error: any Error) -> String {
        let underlying = (error as? CocoaError)?.underlying ?? error
        if let error = underlying as? POSIXError { return String(cString: strerror(error.code.rawValue)) }
        let words = underlying.localizedDescription
        let frame = "The operation could not be completed. "
        return words.hasPrefix(frame) ? String(words.dropFirst(frame.count)) : words
    }
}
