import Foundation
import Groth16
import Synchronization

/// Proofs of a certificate that is being made, in a file beside it: what an interruption leaves is not lost.
///
/// The file begins with the items `espalier.certificate-partial.v1` and the statement's; then, in the order in which
/// proofs were finished, of each record its length (four bytes), its bytes, and the first eight bytes of SHA-256 of
/// the statement's SHA-256 and the record. The file only grows. What an interruption has cut off at its end, and
/// whatever follows a record that is damaged, is dropped when the file is opened again. The checksum is against
/// accidents: the proofs themselves are checked before a certificate is written.
package final class PartialCertificate: Sendable {
    static let suffix = ".partial"

    private struct State {
        /// Where the record of each place begins; nil where there is none yet.
        var offsets: [Int?]
        /// Where the next record goes.
        var end: Int
    }

    private let path: String
    private let descriptor: Int32
    private let recordByteCount: Int
    /// In ascending order.
    private let indices: [Int]
    private let header: [UInt8]
    private let headerHash: [UInt8]
    private let state: Mutex<State>

    /// Opens the file, or begins it.
    ///
    /// - Parameters:
    ///   - indices: of the images, in ascending order.
    ///   - restart: drops what the file holds.
    /// - Throws: `CertificateError` where it holds proofs of another certificate, or another process has it open.
    package init(at path: String, for statement: CertificateStatement, indices: [Int], restart: Bool) throws {
        var items = CertificateItems(tag: "espalier.certificate-partial.v1")
        statement.append(to: &items)
        header = items.bytes
        headerHash = Fingerprint(hashing: items.bytes).bytes
        recordByteCount = statement.recordByteCount
        self.indices = indices
        self.path = path
        try FileTransaction.makeDirectories(for: path)
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        state = Mutex(State(offsets: Array(repeating: nil, count: indices.count), end: items.bytes.count))
        guard descriptor >= 0 else { throw Self.failure(path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw CertificateError.inUse(path: path) }
        if restart, ftruncate(descriptor, 0) != 0 { throw Self.failure(path) }
        try load()
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The places whose proofs are still to be made.
    package var missing: [Int] {
        let offsets = state.withLock { $0.offsets }
        return offsets.indices.filter { offsets[$0] == nil }
    }

    /// Adds the record of a place, at once and as a whole; from any thread.
    package func append(_ record: [UInt8], at place: Int) throws {
        precondition(record.count == recordByteCount, "a record of this certificate")
        let frame = UInt32(record.count).littleEndianBytes + record + checksum(of: record)
        try state.withLock { state in
            try write(frame, at: state.end)
            state.offsets[place] = state.end + 4
            state.end += frame.count
        }
    }

    /// Returns the record of a place; from any thread.
    package func record(at place: Int) throws -> ArraySlice<UInt8> {
        guard let offset = state.withLock({ $0.offsets[place] }) else {
            preconditionFailure("the record was added before")
        }
        let record = try read(recordByteCount, at: offset)
        guard record.count == recordByteCount else {
            throw FileError(.notReadable(reason: "it became shorter meanwhile"), path: path)
        }
        return record[...]
    }

    /// Removes the file; for when the certificate is there.
    func remove() { unlink(path) }

    /// Removes the file if it holds no proof; for when none could be made.
    func removeIfEmpty() {
        if state.withLock({ $0.offsets.allSatisfy { $0 == nil } }) { unlink(path) }
    }

    private func load() throws {
        let found = try read(header.count, at: 0)
        if found != header {
            // A header that was cut off has no records behind it.
            guard header.starts(with: found), found.count < header.count else {
                throw CertificateError.otherRun(path: path)
            }
            try write(header, at: 0)
        }
        let frameSize = 4 + recordByteCount + 8
        try state.withLock { state in
            while true {
                let frame = try read(frameSize, at: state.end)
                let record = frame.dropFirst(4).prefix(recordByteCount)
                guard frame.count == frameSize,
                    UInt32(littleEndianBytes: frame.prefix(4)) == UInt32(recordByteCount),
                    frame.suffix(8).elementsEqual(checksum(of: Array(record))),
                    let place = place(of: Int(UInt32(littleEndianBytes: record.prefix(4))))
                else { break }
                state.offsets[place] = state.end + 4
                state.end += frameSize
            }
            guard ftruncate(descriptor, off_t(state.end)) == 0 else { throw Self.failure(path) }
        }
    }

    /// Where an image stands among all; nil if it is none of them.
    private func place(of index: Int) -> Int? {
        var rest = indices.indices
        while !rest.isEmpty {
            let middle = rest.lowerBound + rest.count / 2
            if indices[middle] == index { return middle }
            rest = indices[middle] < index ? middle + 1..<rest.upperBound : rest.lowerBound..<middle
        }
        return nil
    }

    private func checksum(of record: [UInt8]) -> ArraySlice<UInt8> {
        Fingerprint(hashing: headerHash + record).bytes.prefix(8)
    }

    private func write(_ bytes: [UInt8], at offset: Int) throws {
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes {
                pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset + done))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.failure(path) }
            done += count
        }
    }

    /// Returns so many bytes, or as many as there are.
    private func read(_ count: Int, at offset: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let read = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress! + done, count - done, off_t(offset + done))
            }
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else {
                throw FileError(.notReadable(reason: String(cString: strerror(errno))), path: path)
            }
            if read == 0 { break }
            done += read
        }
        return Array(bytes.prefix(done))
    }

    private static func failure(_ path: String) -> FileError {
        FileError(.notWritable(reason: String(cString: strerror(errno))), path: path)
    }
}
