#if os(Linux)
import Foundation

/// Numbers that may have stood in memory, kept in such a form that this list itself is not what is found.
struct HiddenNumbers {
    private static let mask: UInt64 = 0xa5a5_a5a5_5a5a_5a5a

    private let masked: [UInt64]

    init(_ numbers: some Sequence<Int>) { masked = numbers.map { UInt64($0) ^ Self.mask } }

    var count: Int { masked.count }

    subscript(index: Int) -> UInt32 { UInt32(masked[index] ^ Self.mask) }
}

/// A look through all that this process has written to its memory, what it has given back included.
enum MemoryScan {
    /// Whether six 32-bit words in a row, their highest bits aside, are numbers at distances of `stride` in the
    /// list.
    static func finds(_ numbers: HiddenNumbers, stride: Int = 1) throws -> Bool {
        let places = [3, 40, 77]
        precondition(numbers.count > 77 + 5 * stride, "enough numbers to look for")
        let memory = open("/proc/self/mem", O_RDONLY)
        defer { close(memory) }
        // Pieces overlap by a run.
        let pieceSize = 1 << 20
        let piece = UnsafeMutablePointer<UInt32>.allocate(capacity: pieceSize / 4)
        defer { piece.deallocate() }
        for region in try writableRegions() {
            for start in Swift.stride(from: region.lowerBound, to: region.upperBound, by: pieceSize - 32) {
                let size = pread(memory, piece, min(pieceSize, region.upperBound - start), off_t(start))
                for index in 0..<max(0, size / 4 - 5) {
                    for place in places where piece[index] & 0x7fff_ffff == numbers[place] {
                        let isRun = (1...5).allSatisfy {
                            piece[index + $0] & 0x7fff_ffff == numbers[place + $0 * stride]
                        }
                        if isRun { return true }
                    }
                }
            }
        }
        return false
    }

    /// Without what is too large to be an array here, such as the shadow memory of a sanitizer.
    private static func writableRegions() throws -> [Range<Int>] {
        try String(contentsOfFile: "/proc/self/maps", encoding: .utf8).split(separator: "\n").compactMap {
            let fields = $0.split(separator: " ")
            let ends = fields[0].split(separator: "-").compactMap { Int($0, radix: 16) }
            guard fields[1].hasPrefix("rw"), ends.count == 2, ends[1] - ends[0] < 1 << 28 else { return nil }
            return ends[0]..<ends[1]
        }
    }
}
#endif
