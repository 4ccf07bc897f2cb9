/// Bytes that are hashed or stored: items in a fixed order, each with its length in front as eight bytes, least
/// significant first. The first item is a tag. Two different lists of items have different bytes.
struct CertificateItems {
    private(set) var bytes: [UInt8] = []

    init(tag: String) { append(tag) }

    mutating func append(_ item: some Collection<UInt8>) {
        bytes += UInt64(item.count).littleEndianBytes
        bytes += item
    }

    mutating func append(_ text: String) { append(Array(text.utf8)) }

    mutating func append(_ number: Int) { append(UInt64(number).littleEndianBytes) }
}

extension FixedWidthInteger {
    /// All bytes in two's complement, least significant first.
    var littleEndianBytes: [UInt8] {
        stride(from: 0, to: Self.bitWidth, by: 8).map { UInt8(truncatingIfNeeded: self >> Self($0)) }
    }

    /// The number of these bytes, of which there are as many as the type has.
    init(littleEndianBytes bytes: some BidirectionalCollection<UInt8>) {
        self = bytes.reversed().reduce(0) { $0 << 8 | Self(truncatingIfNeeded: $1) }
    }
}
