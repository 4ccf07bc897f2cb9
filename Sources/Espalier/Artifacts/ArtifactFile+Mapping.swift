public import CircuitFormats
import Foundation

extension ArtifactFile {
    /// Returns the bytes of a file without reading them: the system fetches what is touched. A pipe is read.
    public static func map(_ path: String) throws(FileError) -> FileBytes {
        let bytes: FileBytes
        do {
            bytes = try FileBytes(mapping: path, pipeLimit: sizeLimit)
        } catch {
            let code: FileError.Code =
                switch error.code {
                case .isDirectory: .isDirectory
                case .notRegular: .notRegular
                case .tooLarge(let limit): .tooLarge(limit: limit)
                case .system(ENOENT): .notFound
                case .system(let number): .notReadable(reason: String(cString: strerror(number)))
                }
            throw FileError(code, path: path)
        }
        guard !bytes.isEmpty else { throw FileError(.empty, path: path) }
        return bytes
    }
}
