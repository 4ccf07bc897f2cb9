import FiniteFields
import Synchronization

/// Pieces of memory of one size that are used again and again: the first touch of a fresh page costs more
/// than a pass over an old one. Grows to as many as are in use at a time; wiped at the end, since they may
/// have held a witness.
final class ScratchPool: Sendable {
    private struct Piece: @unchecked Sendable {
        let memory: UnsafeMutableRawPointer
    }

    private let byteCount: Int
    private let unused = Mutex<[Piece]>([])

    init(byteCount: Int) { self.byteCount = byteCount }

    /// Lends memory, aligned to 64 bytes and of unspecified content.
    func withMemory(_ body: (UnsafeMutableRawPointer) -> Void) {
        let piece =
            unused.withLock { $0.popLast() }
            ?? Piece(memory: .allocate(byteCount: byteCount, alignment: 64))
        body(piece.memory)
        unused.withLock { $0.append(piece) }
    }

    deinit {
        unused.withLock { pieces in
            for piece in pieces {
                wipe(UnsafeMutableRawBufferPointer(start: piece.memory, count: byteCount))
                piece.memory.deallocate()
            }
        }
    }
}
