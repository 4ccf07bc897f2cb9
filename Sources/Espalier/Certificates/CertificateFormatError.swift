/// Bytes that are not the one form of an accuracy certificate.
public struct CertificateFormatError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The part that is wrong, as in "count".
    public let part: String

    init(_ part: String) { self.part = part }

    public var description: String {
        part == "tag"
            ? "this is no accuracy certificate (from certify), or one of a newer version"
            : "this accuracy certificate is cut off, too long or damaged (\(part))"
    }
}
