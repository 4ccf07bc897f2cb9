import Crypto
import Foundation

/// The bytes of a catalogue's file, with the right length and checksum.
struct VerifiedFile {
    let bytes: [UInt8]

    /// Reads a file, unpacking it first where its name ends in `.gz`.
    ///
    /// Sizes are compared before any memory is taken.
    init(path: String, expected file: CatalogEntry.File, scratch: String) throws(DatasetError) {
        var raw = path
        if path.hasSuffix(".gz") {
            raw = "\(scratch)/\(UUID().uuidString).unpacked"
            try Self.unpack(path, to: raw, limit: file.byteCount)
        }
        defer { if raw != path { try? FileManager.default.removeItem(atPath: raw) } }

        let attributes = try? FileManager.default.attributesOfItem(
            atPath: URL(fileURLWithPath: raw).resolvingSymlinksInPath().path)
        guard let size = (attributes?[.size] as? NSNumber)?.intValue else {
            throw DatasetError(.unreadable, file: path)
        }
        guard size >= file.byteCount else {
            throw DatasetError(.truncated(expectedBytes: file.byteCount, foundBytes: size), file: path)
        }
        guard size == file.byteCount else {
            throw DatasetError(.trailingBytes(size - file.byteCount), file: path)
        }
        guard let data = FileManager.default.contents(atPath: raw) else {
            throw DatasetError(.unreadable, file: path)
        }
        let checksum = SHA256.hash(data: data).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
        guard checksum == file.checksum else {
            throw DatasetError(.wrongChecksum(expected: file.checksum, found: checksum), file: path)
        }
        bytes = Array(data)
    }

    private static func unpack(_ path: String, to raw: String, limit: Int) throws(DatasetError) {
        var gzip = ChildProcess("gzip", ["-dc", "--", path], timeout: 60)
        gzip.outputLimit = limit
        do {
            try gzip.run(outputPath: raw)
        } catch {
            try? FileManager.default.removeItem(atPath: raw)
            throw DatasetError(.program(error), file: path)
        }
    }
}
