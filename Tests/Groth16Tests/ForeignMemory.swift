/// Memory that a list of points refers to and does not own, as that of a mapped file.
final class ForeignMemory: Sendable {
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

    init(repeating byte: UInt8, count: Int) {
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 8)
        bytes.initializeMemory(as: UInt8.self, repeating: byte)
        self.bytes = UnsafeRawBufferPointer(bytes)
    }

    deinit { bytes.deallocate() }
}
