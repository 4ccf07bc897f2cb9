public import FiniteFields

/// A fixed number of secret values in one allocation, which is overwritten before it is given back.
///
/// Cannot be copied and has no description, so that its contents reach neither a second place in memory
/// nor a log by accident.
@frozen
public struct SecretBuffer<Element: Sendable>: ~Copyable, @unchecked Sendable {
    @usableFromInline let storage: UnsafeMutableBufferPointer<Element>

    /// Returns `count` elements, each of them `element`.
    ///
    /// - Precondition: `Element` is plain data: no references, nothing to destroy.
    @inlinable
    public init(repeating element: Element, count: Int) {
        precondition(_isPOD(Element.self), "only plain data can be wiped")
        storage = .allocate(capacity: count)
        storage.initialize(repeating: element)
    }

    /// Returns a copy of `elements`; wiping the original is the caller's business.
    ///
    /// - Precondition: `Element` is plain data: no references, nothing to destroy.
    @inlinable
    public init(_ elements: some Collection<Element>) {
        precondition(_isPOD(Element.self), "only plain data can be wiped")
        storage = .allocate(capacity: elements.count)
        let end = storage.initialize(fromContentsOf: elements)
        precondition(end == storage.endIndex, "a collection has as many elements as it says")
    }

    @inlinable
    deinit {
        wipe(UnsafeMutableRawBufferPointer(storage))
        storage.deallocate()
    }

    @inlinable
    public var count: Int { storage.count }

    @inlinable
    public subscript(index: Int) -> Element {
        get {
            precondition(storage.indices.contains(index), "index out of range")
            return storage[index]
        }
        set {
            precondition(storage.indices.contains(index), "index out of range")
            storage[index] = newValue
        }
    }

    /// Returns what `body` makes of the elements; the pointer is valid during the call only.
    @inlinable
    public func withUnsafeBufferPointer<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeBufferPointer(storage))
    }

    /// Returns what `body` makes of the elements, which it may change; the pointer is valid during the
    /// call only.
    @inlinable
    public mutating func withUnsafeMutableBufferPointer<Result: ~Copyable, Failure: Error>(
        _ body: (UnsafeMutableBufferPointer<Element>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(storage)
    }
}
