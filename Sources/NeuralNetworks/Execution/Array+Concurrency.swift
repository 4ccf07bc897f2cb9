import Dispatch

extension Array where Element: Sendable {
    /// Runs `body` once on each element, on all cores, and returns when all are done.
    mutating func concurrentlyForEach(_ body: @Sendable (Int, inout Element) -> Void) {
        withUnsafeMutableBufferPointer { buffer in
            // Every iteration has its own element.
            nonisolated(unsafe) let elements = buffer
            DispatchQueue.concurrentPerform(iterations: elements.count) { index in
                body(index, &elements[index])
            }
        }
    }
}
