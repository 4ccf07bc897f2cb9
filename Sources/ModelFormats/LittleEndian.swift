/// Arrays of numbers as little-endian bytes, as ONNX and NumPy store them.
enum LittleEndian {
    /// Returns the integers that the bytes hold.
    ///
    /// - Precondition: the number of bytes is a multiple of an integer's size.
    static func integers<T: FixedWidthInteger>(_ type: T.Type = T.self, from bytes: ArraySlice<UInt8>) -> [T]
    {
        let size = MemoryLayout<T>.size
        precondition(bytes.count.isMultiple(of: size), "whole elements")
        return bytes.withUnsafeBytes { raw in
            stride(from: 0, to: raw.count, by: size).map {
                T(littleEndian: raw.loadUnaligned(fromByteOffset: $0, as: T.self))
            }
        }
    }

    static func bytes<T: FixedWidthInteger>(_ integers: [T]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(integers.count * MemoryLayout<T>.size)
        for integer in integers {
            withUnsafeBytes(of: integer.littleEndian) { bytes.append(contentsOf: $0) }
        }
        return bytes
    }
}
