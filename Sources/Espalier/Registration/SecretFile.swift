import ConstraintSystem
import Foundation

/// The bytes of a file that holds secrets, wiped when they go out of scope.
struct SecretFile: ~Copyable {
    private let bytes: SecretBuffer<UInt8>

    init(contentsOf path: String, limit: Int) throws(FileError) {
        let size = try ArtifactFile.size(of: path)
        guard size > 0 else { throw FileError(.empty, path: path) }
        guard size <= limit else { throw FileError(.tooLarge(limit: limit), path: path) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        func failure() -> FileError {
            FileError(.notReadable(reason: String(cString: strerror(errno))), path: path)
        }
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        var bytes = SecretBuffer<UInt8>(repeating: 0, count: size)
        var count = 0
        var failed = false
        bytes.withUnsafeMutableBufferPointer { buffer in
            while count < size {
                let read = Foundation.read(descriptor, buffer.baseAddress! + count, size - count)
                if read < 0, errno == EINTR { continue }
                failed = read < 0
                guard read > 0 else { break }
                count += read
            }
        }
        if failed { throw failure() }
        guard count == size else {
            throw FileError(.notReadable(reason: "it became shorter meanwhile"), path: path)
        }
        self.bytes = bytes
    }

    /// Returns what is made of the bytes.
    func decoded<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try bytes.withUnsafeBufferPointer(body)
    }
}
