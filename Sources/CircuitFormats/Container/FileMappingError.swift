/// Why a file could be neither mapped nor read.
public struct FileMappingError: Error, Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        case isDirectory
        /// Neither a regular file nor a pipe.
        case notRegular
        /// A pipe that brings more bytes than the caller takes.
        case tooLarge(limit: Int)
        /// The system's error number.
        case system(Int32)
    }

    public var code: Code

    init(_ code: Code) { self.code = code }
}
