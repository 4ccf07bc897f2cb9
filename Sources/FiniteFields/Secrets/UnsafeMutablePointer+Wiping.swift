extension UnsafeMutablePointer {
    /// Overwrites `count` elements with zeros, and gives the memory back.
    ///
    /// - Precondition: the elements are plain data, and no more than there is room for.
    @inlinable
    package func wipeAndDeallocate(count: Int) {
        wipe(UnsafeMutableRawBufferPointer(start: self, count: count * MemoryLayout<Pointee>.stride))
        deallocate()
    }
}
