/// Why images could not be read or found, and in which file.
public struct DatasetError: Error, Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        /// The file ends before what its header announces.
        case truncated(expectedBytes: Int, foundBytes: Int)
        /// The file goes on after what its header announces.
        case trailingBytes(Int)
        /// The file does not begin as its format says.
        case wrongMagic
        /// The header is malformed, or announces extents that are zero or too large.
        case malformedHeader
        /// A sample is missing, not a number, or above the largest value that the header announces.
        case malformedSample
        /// The number of images and the number of labels differ.
        case countMismatch(images: Int, labels: Int)
        /// A label is not below the number of classes.
        case labelOutOfRange(label: Int, classCount: Int)
        /// Train and test images, or images and what the catalogue says of them, differ in size.
        case extentMismatch
        /// The contents are not those that the catalogue knows.
        case wrongChecksum(expected: String, found: String)
        /// The file does not exist or may not be read.
        case unreadable
        /// The file could not be written.
        case unwritable
        /// A program that unpacks or downloads failed.
        case program(ChildProcessError)
        /// The place has no such file.
        case notFound
        /// There is no data set of this name.
        case unknownName(known: [String])
        /// Nothing that was tried had the files.
        case unavailable([FetchAttempt])
    }

    public let code: Code
    /// The file, or the name of the data set where no single file is to blame.
    public let file: String

    public init(_ code: Code, file: String) {
        self.code = code
        self.file = file
    }
}

extension DatasetError: CustomStringConvertible {
    public var description: String {
        switch code {
        case .unknownName(let known):
            "There is no data set “\(file)”; the names are \(known.joined(separator: ", "))."
        case .unavailable(let attempts):
            "The data set “\(file)” could not be had: "
                + attempts.map { "\($0.source) (\($0.reason))" }.joined(separator: "; ")
                + ". Name a directory that holds its files."
        default:
            "\(file): \(code.reason)"
        }
    }
}

extension DatasetError.Code {
    /// What is wrong, without the file.
    var reason: String {
        switch self {
        case .truncated(let expected, let found): "truncated, \(found) of \(expected) bytes"
        case .trailingBytes(let count): "\(count) bytes too long"
        case .wrongMagic: "not a file of the expected format"
        case .malformedHeader: "malformed header"
        case .malformedSample: "malformed sample"
        case .countMismatch(let images, let labels): "\(images) images but \(labels) labels"
        case .labelOutOfRange(let label, let classes): "label \(label), but there are \(classes) classes"
        case .extentMismatch: "images of the wrong size"
        case .wrongChecksum(let expected, let found):
            "wrong checksum, SHA-256 \(found.prefix(12))… instead of \(expected.prefix(12))…"
        case .unreadable: "cannot be read"
        case .unwritable: "cannot be written"
        case .program(let error): error.description
        case .notFound: "no such file"
        case .unknownName: "unknown name"
        case .unavailable: "not available"
        }
    }
}
