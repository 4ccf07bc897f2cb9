import FuzzedReaders
import LibFuzzer
import TestSupport

/// libFuzzer calls this function of a program that has one: every other change is the project's own, which knows
/// tables of sections and points.
@c(LLVMFuzzerCustomMutator)
func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maxSize: Int, _ seed: CUnsignedInt) -> Int {
    if seed.isMultiple(of: 2) { return LLVMFuzzerMutate(data, size, maxSize) }
    var generator = SeededGenerator(seed: UInt64(seed))
    let bytes = Mutation.mutate(
        Array(UnsafeBufferPointer(start: data, count: size)), limit: maxSize, using: &generator)
    for (index, byte) in bytes.enumerated() { data[index] = byte }
    return bytes.count
}
