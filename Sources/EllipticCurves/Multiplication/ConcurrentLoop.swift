import Dispatch

/// Runs `body` for 0 ..< `count`, on all cores where that is worth their waking up.
///
/// The iterations must not touch the same memory.
@inline(__always)
func forEachIndex(below count: Int, concurrently: Bool, _ body: (Int) -> Void) {
    if concurrently && count > 1 {
        withoutActuallyEscaping(body) { body in
            nonisolated(unsafe) let work = body
            DispatchQueue.concurrentPerform(iterations: count) { work($0) }
        }
    } else {
        for index in 0..<count { body(index) }
    }
}
