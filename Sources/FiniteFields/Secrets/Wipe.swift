#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// Overwrites memory with zeros by a store that the optimiser may not drop; long stretches on all cores.
public func wipe(_ memory: UnsafeMutableRawBufferPointer) {
    guard let address = memory.baseAddress, memory.count > 0 else { return }
    nonisolated(unsafe) let start = address
    forEachPart(of: memory.count, length: 1 << 22) { part in
        #if canImport(Darwin)
        memset_s(start + part.lowerBound, part.count, 0, part.count)
        #else
        explicit_bzero(start + part.lowerBound, part.count)
        #endif
    }
}
