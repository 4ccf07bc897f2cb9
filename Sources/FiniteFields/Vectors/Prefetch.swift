#if arch(x86_64)
public import CVectorKernels
#endif

/// Begins to bring the memory that a value lies in into the cache, where the processor is known to profit.
@inlinable @inline(__always)
package func prefetch<Value>(_ address: UnsafePointer<Value>) {
    #if arch(x86_64)
    let start = UnsafeRawPointer(address)
    let lineSize = 64
    var offset = 0
    while offset < MemoryLayout<Value>.size {
        prefetch_line(start + offset)
        offset += lineSize
    }
    // Values need not begin where a line does.
    prefetch_line(start + MemoryLayout<Value>.size - 1)
    #endif
}
