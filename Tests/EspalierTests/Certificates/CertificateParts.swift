import Espalier

/// A certificate taken apart by the documented format, without the reader under test, so that a test can change any
/// part and put it together again.
struct CertificateParts {
    /// Of the items in their order.
    enum Item: Int {
        case tag, curve, circuit, key, registration, dataset, images, choice, count, challenge, outputs,
            correct,
            records
    }

    var items: [[UInt8]] = []

    init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while rest.count >= 8 {
            let length = rest.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
            items.append(Array(rest.dropFirst(8).prefix(length)))
            rest = rest.dropFirst(8 + length)
        }
    }

    static func item(_ bytes: [UInt8]) -> [UInt8] { littleEndian(bytes.count) + bytes }

    static func littleEndian(_ number: Int, count: Int = 8) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    var bytes: [UInt8] { items.flatMap(Self.item) }

    subscript(item: Item) -> [UInt8] {
        get { items[item.rawValue] }
        set { items[item.rawValue] = newValue }
    }

    func number(_ item: Item) -> Int { self[item].reversed().reduce(0) { $0 << 8 | Int($1) } }

    mutating func set(_ item: Item, _ number: Int) { self[item] = Self.littleEndian(number) }

    /// An index of four bytes, a proof of 128, and ten logits of sixteen.
    static let recordSize = 4 + 128 + 160

    var records: [[UInt8]] {
        get {
            stride(from: 0, to: self[.records].count, by: Self.recordSize).map {
                Array(self[.records][$0..<$0 + Self.recordSize])
            }
        }
        set { self[.records] = newValue.flatMap { $0 } }
    }

    func index(of place: Int) -> Int { records[place].prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) } }

    /// The bytes of the side file that holds records in this order.
    func partial(_ records: [[UInt8]]) -> [UInt8] {
        let statement =
            [Array("espalier.certificate-partial.v1".utf8)]
            + items[Item.curve.rawValue...Item.outputs.rawValue]
        let header = statement.flatMap(Self.item)
        let hash = Fingerprint(hashing: header).bytes
        return header
            + records.flatMap { record in
                Self.littleEndian(record.count, count: 4) + record
                    + Fingerprint(hashing: hash + record).bytes.prefix(8)
            }
    }
}
