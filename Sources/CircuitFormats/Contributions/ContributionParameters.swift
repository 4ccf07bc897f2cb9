/// What a contribution says about itself: a name, and the beacon if it is of one.
public struct ContributionParameters: Hashable, Sendable {
    /// UTF-8 as a rule, at most 255 bytes; nil where there is none.
    public var nameBytes: [UInt8]?
    public var beacon: Beacon?

    /// - Precondition: the name has at most 255 bytes.
    public init(nameBytes: [UInt8]?, beacon: Beacon? = nil) {
        precondition(nameBytes.map { $0.count <= 255 } ?? true, "the length of a name is one byte")
        self.nameBytes = nameBytes
        self.beacon = beacon
    }

    /// Returns the parameters with a name cut to 64 characters and 255 bytes, as snarkjs cuts it, or without
    /// one if the text is empty.
    public init(name: String, beacon: Beacon? = nil) {
        var name = name.prefix(64)
        while name.utf8.count > 255 { name.removeLast() }
        self.init(nameBytes: name.isEmpty ? nil : Array(name.utf8), beacon: beacon)
    }

    /// The name as text, unreadable bytes replaced.
    public var name: String? { nameBytes.map { String(decoding: $0, as: UTF8.self) } }
}

/// The types of the entries, which are written in this order.
private enum Entry {
    static let name: UInt8 = 1
    static let iterationsExponent: UInt8 = 2
    static let beacon: UInt8 = 3
}

extension ContributionParameters {
    /// Reads the entries, which must be those of a contribution of this kind, each at most once and in order.
    init(reading reader: inout ByteReader, _ kind: ContributionKind) throws(FormatError) {
        let count = try reader.readCount()
        var entries = ByteReader(try reader.take(count), path: reader.path)
        var nameBytes: [UInt8]?
        var exponent: Int?
        var value: [UInt8]?
        var last: UInt8 = 0
        while entries.remaining > 0 {
            let type = try entries.readByte()
            guard type > last else { throw FormatError(.outOfRange, reader.path) }
            last = type
            switch type {
            case Entry.name: nameBytes = try entries.readShortBytes()
            case Entry.iterationsExponent: exponent = Int(try entries.readByte())
            case Entry.beacon: value = try entries.readShortBytes()
            default: throw FormatError(.outOfRange, reader.path)
            }
        }
        let beacon = exponent.flatMap { exponent in
            value.flatMap { Beacon($0, iterationsExponent: exponent) }
        }
        let isComplete = kind == .beacon ? beacon != nil : exponent == nil && value == nil
        guard isComplete else { throw FormatError(.inconsistent, reader.path) }
        self.init(nameBytes: nameBytes, beacon: beacon)
    }

    func write(to writer: inout ByteWriter) {
        var entries = ByteWriter()
        if let nameBytes {
            entries.write(Entry.name)
            entries.write(shortBytes: nameBytes)
        }
        if let beacon {
            entries.write(Entry.iterationsExponent)
            entries.write(UInt8(beacon.iterationsExponent))
            entries.write(Entry.beacon)
            entries.write(shortBytes: beacon.value)
        }
        writer.write(count: entries.bytes.count)
        writer.write(entries.bytes)
    }
}

extension ByteReader {
    fileprivate mutating func readByte() throws(FormatError) -> UInt8 { try take(1)[0] }

    /// Returns bytes whose number is one byte before them.
    fileprivate mutating func readShortBytes() throws(FormatError) -> [UInt8] {
        let count = try readByte()
        return Array(try take(Int(count)))
    }
}

extension ByteWriter {
    fileprivate mutating func write(shortBytes bytes: [UInt8]) {
        write(UInt8(bytes.count))
        write(bytes)
    }
}
