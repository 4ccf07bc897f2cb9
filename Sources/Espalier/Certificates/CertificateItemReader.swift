import Groth16

/// Takes apart what `CertificateItems` put together; of untrusted bytes.
///
/// Lengths are compared with the bytes that are there before anything is allocated.
struct CertificateItemReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>, tag: String) throws(CertificateFormatError) {
        rest = bytes
        guard try item("tag").elementsEqual(tag.utf8) else { throw CertificateFormatError("tag") }
    }

    mutating func item(_ part: String) throws(CertificateFormatError) -> ArraySlice<UInt8> {
        guard rest.count >= 8 else { throw CertificateFormatError(part) }
        let length = UInt64(littleEndianBytes: rest.prefix(8))
        rest = rest.dropFirst(8)
        guard length <= UInt64(rest.count) else { throw CertificateFormatError(part) }
        defer { rest = rest.dropFirst(Int(length)) }
        return rest.prefix(Int(length))
    }

    mutating func text(_ part: String, limit: Int) throws(CertificateFormatError) -> String {
        let bytes = try item(part)
        guard bytes.count <= limit, let text = String(validating: bytes, as: UTF8.self) else {
            throw CertificateFormatError(part)
        }
        return text
    }

    mutating func number(_ part: String, in range: ClosedRange<Int>) throws(CertificateFormatError) -> Int {
        let bytes = try item(part)
        guard bytes.count == 8, let number = Int(exactly: UInt64(littleEndianBytes: bytes)),
            range.contains(number)
        else { throw CertificateFormatError(part) }
        return number
    }

    mutating func fingerprint(_ part: String) throws(CertificateFormatError) -> Fingerprint {
        guard let hash = Fingerprint(try item(part)) else { throw CertificateFormatError(part) }
        return hash
    }

    /// - Throws: if anything is left.
    func requireEnd() throws(CertificateFormatError) {
        guard rest.isEmpty else { throw CertificateFormatError("end") }
    }
}
