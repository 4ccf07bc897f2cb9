import Groth16

/// A stream of numbers that everybody draws alike from one seed: block k is SHA-256(seed ‖ k), k as eight bytes,
/// and holds four numbers of eight bytes, all least significant byte first.
struct HashExpander {
    private let seed: Fingerprint
    private var counter: UInt64 = 0
    /// What is left of the block, the next number last.
    private var numbers: [UInt64] = []

    init(seed: Fingerprint) { self.seed = seed }

    private mutating func next() -> UInt64 {
        if numbers.isEmpty {
            let block = Fingerprint(hashing: seed.bytes + counter.littleEndianBytes).bytes
            counter += 1
            numbers = stride(from: 24, through: 0, by: -8).map {
                UInt64(littleEndianBytes: block[$0..<$0 + 8])
            }
        }
        return numbers.removeLast()
    }

    /// Returns a number below `bound`, all equally likely for a random seed.
    ///
    /// Numbers above the largest multiple of `bound` below 2^64 are passed over.
    mutating func next(below bound: UInt64) -> UInt64 {
        let surplus = (0 &- bound) % bound
        while true {
            let number = next()
            if number <= UInt64.max - surplus { return number % bound }
        }
    }

    /// Returns `count` different numbers below `total` in ascending order, every set equally likely.
    ///
    /// The first steps of the shuffle of Fisher and Yates (Knuth, The Art of Computer Programming, volume 2,
    /// algorithm 3.4.2 P): step i exchanges place i with one of i … total − 1.
    mutating func subset(of total: Int, count: Int) -> [Int] {
        precondition((0...total).contains(count), "no more numbers than there are")
        var order = Array(0..<total)
        for place in 0..<count {
            order.swapAt(place, place + Int(next(below: UInt64(total - place))))
        }
        return order.prefix(count).sorted()
    }
}
