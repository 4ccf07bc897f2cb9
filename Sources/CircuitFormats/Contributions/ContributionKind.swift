/// Where a contribution to a ceremony says that its randomness came from.
public enum ContributionKind: UInt32, Hashable, Sendable {
    /// A party's own secret, which it says it has deleted.
    case participant = 0
    /// A public value that nobody could know when the ceremony began, and that everybody can look up.
    case beacon = 1
}

extension ContributionKind {
    init(reading reader: inout ByteReader) throws(FormatError) {
        guard let kind = Self(rawValue: try reader.readUInt32()) else {
            throw FormatError(.outOfRange, reader.path)
        }
        self = kind
    }
}
