/// An array of field elements in blocks of eight, laid out as its backend likes.
///
/// A pointer: copies share their elements. Array operations work on the first `blocks` blocks; operands
/// and result have the same backend, and the result may be one of the operands.
///
/// Elements outside may lie at any address, aligned or not.
public protocol FieldVector<Element> {
    associatedtype Element: Field

    /// Takes memory for `blocks` blocks, whose elements are unspecified.
    init(blocks: Int, backend: FieldBackend)

    /// Gives the memory back, of an array that `init` made.
    func deallocate()

    /// Overwrites the first `blocks` blocks, and what computing with the array has left behind.
    func wipe(blocks: Int)

    /// Returns the part of the array from a block on.
    func advanced(byBlocks blocks: Int) -> Self

    /// Copies elements in, `stride` bytes from one to the next.
    func load(from elements: UnsafeRawPointer, stride: Int, blocks: Int)

    /// Copies the elements out, `stride` bytes from one to the next.
    func store(to elements: UnsafeMutableRawPointer, stride: Int, blocks: Int)

    /// Copies the elements of these indices in; the highest bit of an index is ignored.
    func gather(from elements: UnsafeRawPointer, stride: Int, at indices: UnsafePointer<UInt32>, blocks: Int)

    /// The same, but elements whose index has its highest bit set become their negatives.
    func gatherSigned(
        from elements: UnsafeRawPointer, stride: Int, at indices: UnsafePointer<UInt32>, blocks: Int)

    /// Copies the elements out to these indices. Where indices are equal, so must be the elements;
    /// the highest bit of an index is ignored.
    func scatter(
        to elements: UnsafeMutableRawPointer, stride: Int, at indices: UnsafePointer<UInt32>, blocks: Int)

    /// Sets every element to a + b.
    func setSum(_ a: Self, _ b: Self, blocks: Int)

    /// Sets every element to a − b.
    func setDifference(_ a: Self, _ b: Self, blocks: Int)

    /// Sets every element to −a.
    func setNegative(_ a: Self, blocks: Int)

    /// Sets every element to a b.
    func setProduct(_ a: Self, _ b: Self, blocks: Int)

    /// Sets every element to (a − b) c.
    func setProduct(ofDifference a: Self, _ b: Self, _ c: Self, blocks: Int)

    /// Sets every element to a².
    func setSquare(_ a: Self, blocks: Int)

    /// Sets every element to a times one element b.
    func setMultiple(_ a: Self, by b: Element, blocks: Int)
}

extension FieldVector {
    /// The eight elements of the first block.
    @inlinable
    public func firstBlock() -> [Element] {
        [Element](unsafeUninitializedCapacity: 8) { elements, count in
            store(to: elements.baseAddress!, stride: MemoryLayout<Element>.stride, blocks: 1)
            count = 8
        }
    }

    /// Copies eight elements into the first block.
    @inlinable
    public func setFirstBlock(_ elements: [Element]) {
        precondition(elements.count == 8, "a block has eight elements")
        elements.withUnsafeBytes {
            load(from: $0.baseAddress!, stride: MemoryLayout<Element>.stride, blocks: 1)
        }
    }
}
