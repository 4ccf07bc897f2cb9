import FiniteFields
import Synchronization

/// The field vectors that a `RunBlock` computes in. Wiped when it is released.
final class LaneMemory<Curve: ShortWeierstrassCurve>: @unchecked Sendable {
    typealias Vector = Curve.BaseField.Vector

    /// What is done in one go, so that it stays in the first-level cache.
    static var stripBlocks: Int { 8 }

    /// How many blocks of points there is room for.
    let capacity: Int
    let x: Vector
    let y: Vector
    let denominators: Vector
    let inverses: Vector
    let inversionScratch: Vector
    let slope: Vector
    let sum: Vector

    init(capacity: Int, _ backend: FieldBackend) {
        self.capacity = capacity
        // One more than there are pairs, as inversion wants it.
        let pairs = capacity / 2 + 1
        x = Vector(blocks: capacity, backend: backend)
        y = Vector(blocks: capacity, backend: backend)
        denominators = Vector(blocks: pairs, backend: backend)
        inverses = Vector(blocks: pairs, backend: backend)
        inversionScratch = Vector(blocks: Vector.inversionScratch(pairs), backend: backend)
        slope = Vector(blocks: Self.stripBlocks, backend: backend)
        sum = Vector(blocks: Self.stripBlocks, backend: backend)
    }

    deinit {
        let pairs = capacity / 2 + 1
        let blockCounts = [
            capacity, capacity, pairs, pairs, Vector.inversionScratch(pairs), Self.stripBlocks,
            Self.stripBlocks,
        ]
        for (vector, blocks) in zip(
            [x, y, denominators, inverses, inversionScratch, slope, sum], blockCounts)
        {
            vector.wipe(blocks: blocks)
            vector.deallocate()
        }
    }
}

/// Memory for sums that follow each other, for as many threads as ask for it.
final class LanePool<Curve: ShortWeierstrassCurve>: Sendable {
    let backend: FieldBackend
    private let free = Mutex<[LaneMemory<Curve>]>([])

    init(_ backend: FieldBackend) { self.backend = backend }

    /// Returns memory that nobody uses, with room for `capacity` blocks.
    func take(capacity: Int) -> LaneMemory<Curve> {
        let memory = free.withLock { free in
            free.firstIndex { $0.capacity >= capacity }.map { free.remove(at: $0) }
        }
        return memory ?? LaneMemory(capacity: capacity, backend)
    }

    func give(back memory: LaneMemory<Curve>) { free.withLock { $0.append(memory) } }
}
