#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// Memory that holds a file, given back when nobody refers to it any more.
final class FileMemory: Sendable {
    private enum Origin {
        case mapped
        case allocated
        /// Somebody else's, who waits until this object is gone.
        case borrowed
    }

    /// Never written here.
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
    private let origin: Origin

    private init(_ bytes: UnsafeRawBufferPointer, _ origin: Origin) {
        self.bytes = bytes
        self.origin = origin
    }

    deinit {
        switch origin {
        case .mapped: munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress!), bytes.count)
        case .allocated: bytes.deallocate()
        case .borrowed: break
        }
    }

    /// A copy of bytes.
    convenience init(copying bytes: some Collection<UInt8>) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
        copy.copyBytes(from: bytes)
        self.init(UnsafeRawBufferPointer(copy), .allocated)
    }

    /// Bytes that stay valid for longer than anybody refers to this object.
    convenience init(borrowing bytes: UnsafeRawBufferPointer) { self.init(bytes, .borrowed) }

    /// The first `count` bytes of an open regular file.
    convenience init(mapping descriptor: Int32, count: Int) throws(FileMappingError) {
        // No mapping is empty.
        if count == 0 {
            self.init(UnsafeRawBufferPointer(start: nil, count: 0), .borrowed)
            return
        }
        // Optional on some systems, and not on others.
        let start: UnsafeMutableRawPointer? = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let start, Int(bitPattern: start) != -1 else { throw FileMappingError(.system(errno)) }
        self.init(UnsafeRawBufferPointer(start: start, count: count), .mapped)
    }
}
