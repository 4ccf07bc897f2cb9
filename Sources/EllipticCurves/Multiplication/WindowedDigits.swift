import FiniteFields

/// The digits of many scalars, window by window, for the bucket method.
///
/// Scalars of one digit, as most wires of a network's circuit are, take part in window 0 only; zeros
/// take part in none. Wiped when it goes out of scope.
struct WindowedDigits: ~Copyable {
    /// Bits per window.
    let width: Int
    let windowCount: Int
    /// The number of scalars that are not zero.
    let count: Int
    /// These scalars, by their index; those of several digits first.
    let order: UnsafePointer<UInt32>
    /// How many have several digits.
    private let longCount: Int
    /// Window 0 of all, then each further window of the long ones.
    private let digits: UnsafeMutablePointer<Int16>

    init<Scalar>(_ magnitudes: borrowing ScalarMagnitudes<Scalar>) {
        var histogram = [Int](repeating: 0, count: Scalar.modulusBitCount + 1)
        for index in 0..<magnitudes.count { histogram[Int(magnitudes.bitCounts[index])] += 1 }
        let width = Self.bestWidth(histogram)
        let bitCount = histogram.lastIndex { $0 > 0 } ?? 0
        let windowCount = bitCount / width + 1

        let total = magnitudes.count - histogram[0]
        let order = UnsafeMutablePointer<UInt32>.allocate(capacity: total)
        var longCount = 0
        for index in 0..<magnitudes.count where magnitudes.bitCounts[index] >= width {
            (order + longCount).initialize(to: UInt32(index))
            longCount += 1
        }
        var count = longCount
        for index in 0..<magnitudes.count where (1..<UInt16(width)).contains(magnitudes.bitCounts[index]) {
            (order + count).initialize(to: UInt32(index))
            count += 1
        }

        let digits = UnsafeMutablePointer<Int16>.allocate(capacity: total + (windowCount - 1) * longCount)
        let block = 2048
        forEachPart(of: total, length: block) { part in
            for position in part {
                let windows = position < longCount ? windowCount : 1
                magnitudes.forEachDigit(of: Int(order[position]), width: width, windowCount: windows) {
                    let start = $0 == 0 ? 0 : total + ($0 - 1) * longCount
                    (digits + start + position).initialize(to: $1)
                }
            }
        }
        (self.width, self.windowCount) = (width, windowCount)
        (self.count, self.order) = (total, UnsafePointer(order))
        (self.longCount, self.digits) = (longCount, digits)
    }

    /// Returns the width that makes the fewest additions of points.
    ///
    /// A scalar of n bits costs up to ⌈(n + 1) / width⌉; each window 2^(width−1) buckets, each of which
    /// `BucketSum` adds twice, and four times the square root of their number in steps of thrice the cost.
    ///
    /// - Parameter histogram: how many scalars there are of each number of bits.
    private static func bestWidth(_ histogram: [Int]) -> Int {
        let bitCount = histogram.lastIndex { $0 > 0 } ?? 0
        func cost(_ width: Int) -> Int {
            let scalars = histogram.indices.dropFirst().reduce(0) { $0 + histogram[$1] * ($1 / width + 1) }
            let buckets = 2 << (width - 1) + 12 << (width / 2)
            return scalars + (bitCount / width + 1) * buckets
        }
        let costs = (2...15).map { (width: $0, cost: cost($0)) }
        return costs.min { $0.cost < $1.cost }?.width ?? 2
    }

    deinit {
        UnsafeMutablePointer(mutating: order).wipeAndDeallocate(count: count)
        digits.wipeAndDeallocate(count: count + (windowCount - 1) * longCount)
    }

    /// The number of scalars with a digit in a window.
    func count(inWindow window: Int) -> Int { window == 0 ? count : longCount }

    /// The digits of a window, in the order of `order`.
    func digits(inWindow window: Int) -> UnsafePointer<Int16> {
        UnsafePointer(window == 0 ? digits : digits + count + (window - 1) * longCount)
    }
}
