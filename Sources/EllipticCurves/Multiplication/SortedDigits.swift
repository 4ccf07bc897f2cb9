package import FiniteFields

/// The digits of many scalars, sorted by magnitude in each window, for the bucket method.
///
/// Independent of the points: sums with several lists of points share it. Zeros take part in no window, and
/// scalars of one digit, as most wires of a network's circuit are, in window 0 only. Takes four bytes per
/// digit; wiped when it is released.
package final class SortedDigits<Scalar: PrimeField>: Sendable {
    /// Bits per window.
    let width: Int
    /// The number of scalars, with those that are zero.
    let scalarCount: Int
    private let windows: [Window]

    private struct Window: @unchecked Sendable {
        let references: UnsafeMutablePointer<PointReference>
        let starts: UnsafeMutablePointer<UInt32>
        /// The references that there is room for: those of zeros are behind the others.
        let capacity: Int
    }

    /// The buckets of a window: number b has the digits ±(b + 1).
    var bucketCount: Int { 1 << (width - 1) }

    var windowCount: Int { windows.count }

    /// Returns the digits of scalars.
    @specialized(where Scalar == BN254Fields.Scalar)
    @specialized(where Scalar == BLS12381Fields.Scalar)
    package convenience init(_ scalars: UnsafeBufferPointer<Scalar>) {
        self.init(scalars) { _ in true }
    }

    /// - Parameter isIncluded: says which scalars take part.
    init(_ scalars: UnsafeBufferPointer<Scalar>, where isIncluded: (Int) -> Bool) {
        precondition(scalars.count < 1 << 31, "at most 2^31 scalars")
        let magnitudes = ScalarMagnitudes(scalars) { !isIncluded($0) }
        let digits = WindowedDigits(magnitudes)
        let bucketCount = 1 << (digits.width - 1)
        let windowCount = digits.count == 0 ? 0 : digits.windowCount
        windows = [Window](unsafeUninitializedCapacity: windowCount) { windows, initialized in
            let start = windows.baseAddress
            forEachIndex(below: windowCount, concurrently: digits.count > 1024) { window in
                let sorted = Self.sort(
                    digits.digits(inWindow: window), of: digits.order,
                    count: digits.count(inWindow: window), bucketCount: bucketCount)
                (start! + window).initialize(to: sorted)
            }
            initialized = windowCount
        }
        width = digits.width
        scalarCount = scalars.count
    }

    deinit {
        forEachIndex(below: windows.count, concurrently: true) { number in
            let window = windows[number]
            window.references.wipeAndDeallocate(count: window.capacity)
            window.starts.wipeAndDeallocate(count: bucketCount + 2)
        }
    }

    /// Returns the references of a window by bucket, or of one of several equal parts of its buckets.
    func runs(inWindow window: Int, part: Int, of partCount: Int) -> PointRuns {
        let count = bucketCount / partCount
        return PointRuns(
            references: windows[window].references, starts: windows[window].starts + part * count,
            count: count)
    }

    /// The number of digits of a window other than zero.
    func count(inWindow window: Int) -> Int { Int(windows[window].starts[bucketCount]) }

    /// A counting sort; zeros are left out.
    private static func sort(
        _ digits: UnsafePointer<Int16>, of order: UnsafePointer<UInt32>, count: Int, bucketCount: Int
    ) -> Window {
        // places[k] counts the digits of magnitude k − 1, then becomes where the next of magnitude k goes: for
        // zeros behind all the others.
        let places = UnsafeMutablePointer<UInt32>.allocate(capacity: bucketCount + 2)
        places.initialize(repeating: 0, count: bucketCount + 2)
        for position in 0..<count { places[Int(digits[position].magnitude) + 1] += 1 }
        let zeroCount = places[1]
        places[0] = UInt32(count) - zeroCount
        places[1] = 0
        for magnitude in 1...bucketCount { places[magnitude + 1] += places[magnitude] }

        let references = UnsafeMutablePointer<PointReference>.allocate(capacity: count)
        for position in 0..<count {
            let digit = digits[position]
            let magnitude = Int(digit.magnitude)
            let place = places[magnitude]
            places[magnitude] = place + 1
            (references + Int(place)).initialize(to: PointReference(Int(order[position]), sign: digit))
        }
        // Now places[k] is where those of magnitude k end, and so bucket k, of magnitude k + 1, starts.
        places[0] = 0
        return Window(references: references, starts: places, capacity: count)
    }
}
