/// Why a file could not be used, in a sentence that names the file and what to do.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: Hashable, Sendable {
        case notFound
        case isDirectory
        /// A device, a pipe or the like.
        case notRegular
        case empty
        case notReadable(reason: String)
        case notWritable(reason: String)
        case tooLarge(limit: Int)
        /// The content is not what the name of the argument promises.
        case malformed(reason: String)
        /// The content has the right form, but no honest prover writes it: a point off its curve, a number
        /// that is not below the modulus.
        case invalidProof(reason: String)
        /// The file is sound, but does not fit another one.
        case mismatch(reason: String)
    }

    public var code: Code
    public var path: String

    public init(_ code: Code, path: String) {
        self.code = code
        self.path = path
    }

    public var description: String {
        switch code {
        case .notFound: "\(path): there is no such file"
        case .isDirectory: "\(path) is a directory; name a file in it"
        case .notRegular: "\(path) is no regular file; name one"
        case .empty: "\(path) is empty; make or copy it again"
        case .notReadable(let reason): "\(path) cannot be read: \(reason)"
        case .notWritable(let reason): "\(path) cannot be written: \(reason)"
        case .tooLarge(let limit): "\(path) is larger than \(limit >> 20) MiB, more than such a file can need"
        case .malformed(let reason), .invalidProof(let reason), .mismatch(let reason): "\(path): \(reason)"
        }
    }
}

extension FileError {
    /// Returns what the body returns; an error of the project that names no file becomes one that names
    /// this file.
    public static func naming<Result: ~Copyable>(
        _ path: String, _ body: () throws -> Result
    ) throws -> Result {
        do {
            return try body()
        } catch {
            guard !(error is FileError), let sentence = ErrorSentence(error) else { throw error }
            throw FileError(.malformed(reason: sentence.text), path: path)
        }
    }
}
