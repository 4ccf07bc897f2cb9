/// How many of some test images a registered model gets right, with a proof of each answer.
///
/// Means nothing before `NetworkVerifier.verify(_:on:challenge:count:progress:)`. See
/// `Documentation/AccuracyCertificates.md`.
public struct AccuracyCertificate: Hashable, Sendable {
    public let statement: CertificateStatement
    /// How many answers are right, as the certificate says.
    public let correct: Int
    /// The records, one after the other.
    private let records: ArraySlice<UInt8>

    static let tag = "espalier.certificate.v1"

    /// Returns the certificate of canonical bytes, of which it keeps the records: proofs are looked at when they are
    /// checked.
    ///
    /// - Throws: `CertificateFormatError`, naming the part that is wrong.
    public init(decoding bytes: [UInt8]) throws(CertificateFormatError) {
        var items = try CertificateItemReader(bytes[...], tag: Self.tag)
        statement = try CertificateStatement(from: &items)
        correct = try items.number("right answers", in: 0...statement.count)
        records = try items.item("proofs")
        try items.requireEnd()
        let (size, overflow) = statement.recordByteCount.multipliedReportingOverflow(by: statement.count)
        guard !overflow, records.count == size else { throw CertificateFormatError("proofs") }
    }

    /// Reads a certificate, which is still to be checked.
    public init(contentsOf path: String) throws {
        let bytes = try ArtifactFile.read(path)
        do {
            try self.init(decoding: bytes)
        } catch {
            throw FileError(.malformed(reason: error.description), path: path)
        }
    }

    /// The canonical bytes.
    package var encoded: [UInt8] { Self.header(statement, correct: correct) + records }

    /// The bytes in front of the records.
    static func header(_ statement: CertificateStatement, correct: Int) -> [UInt8] {
        var items = CertificateItems(tag: tag)
        statement.append(to: &items)
        items.append(correct)
        return items.bytes + UInt64(statement.recordByteCount * statement.count).littleEndianBytes
    }

    /// The bytes of the record at a place, counted from 0.
    package func record(at place: Int) -> ArraySlice<UInt8> {
        let size = statement.recordByteCount
        return records.dropFirst(place * size).prefix(size)
    }
}
