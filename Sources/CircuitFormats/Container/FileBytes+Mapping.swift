#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

extension FileBytes {
    /// The bytes of a file, mapped into memory and not read: the system fetches what is touched, and may drop
    /// it again. A pipe, which cannot be mapped, is read to its end.
    ///
    /// The mapping refers to the file and not to its name: whoever deletes it, or renames another one over it,
    /// as `FileTransaction` does, changes nothing here. But a file that is *changed in place* changes here too,
    /// after checks or between them, and where it was cut off the system ends the process (SIGBUS). Whoever
    /// does not trust those who may write to the file copies it first: `FileBytes([UInt8])`.
    ///
    /// - Parameter pipeLimit: the most bytes that are taken from a pipe.
    public init(mapping path: String, pipeLimit: Int = .max) throws(FileMappingError) {
        let descriptor = retrying { open(path, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw FileMappingError(.system(errno)) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileMappingError(.system(errno)) }
        switch status.st_mode & mode_t(S_IFMT) {
        case mode_t(S_IFREG):
            guard let count = Int(exactly: status.st_size) else { throw FileMappingError(.system(EFBIG)) }
            self.init(try FileMemory(mapping: descriptor, count: count))
        case mode_t(S_IFIFO):
            self.init(FileMemory(copying: try readToEnd(of: descriptor, limit: pipeLimit)))
        case mode_t(S_IFDIR): throw FileMappingError(.isDirectory)
        default: throw FileMappingError(.notRegular)
        }
    }
}

private func readToEnd(of descriptor: Int32, limit: Int) throws(FileMappingError) -> [UInt8] {
    var bytes: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    defer { buffer.deallocate() }
    while true {
        let count = retrying { read(descriptor, buffer.baseAddress!, buffer.count) }
        if count == 0 { return bytes }
        guard count > 0 else { throw FileMappingError(.system(errno)) }
        guard count <= limit - bytes.count else { throw FileMappingError(.tooLarge(limit: limit)) }
        bytes.append(contentsOf: buffer[..<count])
    }
}

/// Calls the system again where a signal has interrupted it.
private func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
        let result = call()
        if result != -1 || errno != EINTR { return result }
    }
}
