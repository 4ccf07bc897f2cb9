import Dispatch
import FiniteFields

/// The two radix-two schedules (Gentleman and Sande 1966, Cooley and Tukey 1965).
///
/// Both go down depth first, so that a block stays in the cache from the size on at which it fits; in a
/// prime field a higher radix saves no products, only passes over memory, which this saves too.
extension EvaluationDomain {
    /// Blocks of at most this many elements are done layer by layer (32 KiB of 256-bit elements).
    private static var cachedCount: Int { 1 << 10 }
    /// Blocks of at least this many elements are worth several threads.
    private static var parallelCount: Int { 1 << 12 }
    /// The number of layers that are cut into strips; 2^this blocks are independent from then on.
    private static var parallelLayers: Int { 3 }

    /// From natural to bit-reversed order.
    func decimateInFrequency(_ polynomial: UnsafeMutableBufferPointer<F>, _ twiddles: [F]) {
        guard let start = polynomial.baseAddress, size > 1 else { return }
        twiddles.withUnsafeBufferPointer { table in
            guard size >= Self.parallelCount else {
                return Self.decimateInFrequency(start, size, table.baseAddress!)
            }
            // Tasks write to disjoint parts.
            nonisolated(unsafe) let (start, twiddles) = (start, table.baseAddress!)
            for layer in 0..<Self.parallelLayers {
                Self.forEachStrip(of: size, layer) { block, half, range in
                    Self.frequencyLayer(start + block, half, range, twiddles)
                }
            }
            let count = size >> Self.parallelLayers
            DispatchQueue.concurrentPerform(iterations: 1 << Self.parallelLayers) { block in
                Self.decimateInFrequency(start + block * count, count, twiddles)
            }
        }
    }

    /// From bit-reversed to natural order.
    func decimateInTime(_ polynomial: UnsafeMutableBufferPointer<F>, _ twiddles: [F]) {
        guard let start = polynomial.baseAddress, size > 1 else { return }
        twiddles.withUnsafeBufferPointer { table in
            guard size >= Self.parallelCount else {
                return Self.decimateInTime(start, size, table.baseAddress!)
            }
            // Tasks write to disjoint parts.
            nonisolated(unsafe) let (start, twiddles) = (start, table.baseAddress!)
            let count = size >> Self.parallelLayers
            DispatchQueue.concurrentPerform(iterations: 1 << Self.parallelLayers) { block in
                Self.decimateInTime(start + block * count, count, twiddles)
            }
            for layer in (0..<Self.parallelLayers).reversed() {
                Self.forEachStrip(of: size, layer) { block, half, range in
                    Self.timeLayer(start + block, half, range, twiddles)
                }
            }
        }
    }

    /// Runs `work` concurrently for 2^`parallelLayers` equal strips of the butterflies of one layer,
    /// with the start and half-size of the block that each lies in.
    private static func forEachStrip(
        of size: Int, _ layer: Int, _ work: (_ block: Int, _ half: Int, _ range: Range<Int>) -> Void
    ) {
        let half = size >> (layer + 1)
        let strip = size >> (parallelLayers + 1)
        nonisolated(unsafe) let work = work
        DispatchQueue.concurrentPerform(iterations: 1 << parallelLayers) { index in
            let (block, offset) = (index * strip).quotientAndRemainder(dividingBy: half)
            work(block * 2 * half, half, offset..<offset + strip)
        }
    }

    private static func decimateInFrequency(
        _ start: UnsafeMutablePointer<F>, _ count: Int, _ twiddles: UnsafePointer<F>
    ) {
        guard count > cachedCount else {
            var half = count / 2
            while half > 0 {
                var block = 0
                while block < count {
                    frequencyLayer(start + block, half, 0..<half, twiddles)
                    block += 2 * half
                }
                half /= 2
            }
            return
        }
        frequencyLayer(start, count / 2, 0..<count / 2, twiddles)
        decimateInFrequency(start, count / 2, twiddles)
        decimateInFrequency(start + count / 2, count / 2, twiddles)
    }

    private static func decimateInTime(
        _ start: UnsafeMutablePointer<F>, _ count: Int, _ twiddles: UnsafePointer<F>
    ) {
        guard count > cachedCount else {
            var half = 1
            while half < count {
                var block = 0
                while block < count {
                    timeLayer(start + block, half, 0..<half, twiddles)
                    block += 2 * half
                }
                half *= 2
            }
            return
        }
        decimateInTime(start, count / 2, twiddles)
        decimateInTime(start + count / 2, count / 2, twiddles)
        timeLayer(start, count / 2, 0..<count / 2, twiddles)
    }

    /// (u, v) becomes (u + v, (u − v) ω^i).
    @inline(__always)
    private static func frequencyLayer(
        _ block: UnsafeMutablePointer<F>, _ half: Int, _ range: Range<Int>, _ twiddles: UnsafePointer<F>
    ) {
        var index = range.lowerBound
        while index < range.upperBound {
            let u = block[index]
            let v = block[index + half]
            block[index] = u + v
            block[index + half] = half == 1 ? u - v : (u - v) * twiddles[half + index]
            index += 1
        }
    }

    /// (u, v) becomes (u + v ω^i, u − v ω^i).
    @inline(__always)
    private static func timeLayer(
        _ block: UnsafeMutablePointer<F>, _ half: Int, _ range: Range<Int>, _ twiddles: UnsafePointer<F>
    ) {
        var index = range.lowerBound
        while index < range.upperBound {
            let u = block[index]
            let v = half == 1 ? block[index + half] : block[index + half] * twiddles[half + index]
            block[index] = u + v
            block[index + half] = u - v
            index += 1
        }
    }
}
