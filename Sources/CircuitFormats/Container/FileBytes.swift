/// The bytes of a file, or a part of them. Copies and parts share the memory, and keep it.
public struct FileBytes: Sendable {
    /// Valid as long as the owner.
    nonisolated(unsafe) let memory: UnsafeRawBufferPointer
    let owner: FileMemory

    private init(_ memory: UnsafeRawBufferPointer, ownedBy owner: FileMemory) {
        self.memory = memory
        self.owner = owner
    }

    init(_ owner: FileMemory) { self.init(owner.bytes, ownedBy: owner) }

    /// A copy of bytes.
    public init(_ bytes: [UInt8]) { self.init(FileMemory(copying: bytes)) }

    /// Calls `body` with the bytes of an array, which must not keep them.
    static func withBytes<Result, Failure>(
        of array: [UInt8], _ body: (FileBytes) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try array.withUnsafeBufferPointer { bytes throws(Failure) in
            try body(FileBytes(FileMemory(borrowing: UnsafeRawBufferPointer(bytes))))
        }
    }

    /// The bytes in `range`, counted from the beginning of these.
    func part(_ range: Range<Int>) -> FileBytes {
        FileBytes(UnsafeRawBufferPointer(rebasing: memory[range]), ownedBy: owner)
    }
}

extension FileBytes: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { memory.count }

    public subscript(index: Int) -> UInt8 { withExtendedLifetime(owner) { memory[index] } }

    public func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result? {
        try withExtendedLifetime(owner) { try body(memory.assumingMemoryBound(to: UInt8.self)) }
    }
}
