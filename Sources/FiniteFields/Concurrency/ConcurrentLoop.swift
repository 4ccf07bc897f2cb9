public import Dispatch

/// Runs `body` for 0 ..< `count`, on all cores where that is worth their waking up.
///
/// The iterations must not touch the same memory.
@inlinable @inline(__always)
package func forEachIndex(below count: Int, concurrently: Bool, _ body: (Int) -> Void) {
    if concurrently && count > 1 {
        withoutActuallyEscaping(body) { body in
            nonisolated(unsafe) let work = body
            DispatchQueue.concurrentPerform(iterations: count) { work($0) }
        }
    } else {
        for index in 0..<count { body(index) }
    }
}

/// Runs `body` for parts of 0 ..< `count`, on all cores if there is more than one part.
///
/// The parts must not touch the same memory.
@inlinable @inline(__always)
package func forEachPart(of count: Int, length: Int, _ body: (Range<Int>) -> Void) {
    forEachIndex(below: (count + length - 1) / length, concurrently: true) { part in
        body(part * length..<min(count, (part + 1) * length))
    }
}
