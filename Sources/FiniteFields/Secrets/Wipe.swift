#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// Overwrites memory with zeros by a store that the optimiser may not drop.
public func wipe(_ memory: UnsafeMutableRawBufferPointer) {
    guard let address = memory.baseAddress, memory.count > 0 else { return }
    #if canImport(Darwin)
    memset_s(address, memory.count, 0, memory.count)
    #else
    explicit_bzero(address, memory.count)
    #endif
}
