public import FiniteFields

/// The integers that public inputs may be, part of the statement: pixels, logits, a class.
///
/// A circuit that relies on its inputs being small is sound only together with this check. Stored as
/// runs of neighbours that share a range.
public struct PublicInputRanges: Hashable, Sendable {
    /// Some neighbouring inputs.
    public struct Run: Hashable, Sendable {
        public var count: Int
        /// Signed; an element above r/2 stands for a negative integer.
        public var range: ClosedRange<Int128>

        /// - Precondition: `count ≥ 0`.
        public init(count: Int, range: ClosedRange<Int128>) {
            precondition(count >= 0, "a run has no negative length")
            self.count = count
            self.range = range
        }
    }

    /// In the order of the inputs; no run is empty, and neighbours differ in their range.
    public private(set) var runs: [Run] = []

    public init() {}

    public init(_ runs: some Sequence<Run>) {
        for run in runs { append(run) }
    }

    /// The number of inputs described.
    public var count: Int { runs.reduce(0) { $0 + $1.count } }

    /// Adds a range for the next inputs.
    public mutating func append(_ run: Run) {
        if run.count == 0 { return }
        if let last = runs.last, last.range == run.range {
            runs[runs.count - 1].count += run.count
        } else {
            runs.append(run)
        }
    }

    /// Returns the ranges of the first `count` inputs, and those of the others.
    public func split(at count: Int) -> (first: PublicInputRanges, rest: PublicInputRanges) {
        var (first, rest) = (PublicInputRanges(), PublicInputRanges())
        for run in runs {
            let taken = min(run.count, count - first.count)
            first.append(Run(count: taken, range: run.range))
            rest.append(Run(count: run.count - taken, range: run.range))
        }
        return (first, rest)
    }

    /// Returns the index of the first input outside its range, or nil if all are inside.
    ///
    /// - Precondition: there are `count` inputs.
    public func firstViolation<F: PrimeField>(in inputs: [F]) -> Int? {
        precondition(inputs.count == count, "one range per input")
        var index = 0
        for run in runs {
            for _ in 0..<run.count {
                guard let integer = inputs[index].signedInteger, run.range.contains(integer) else {
                    return index
                }
                index += 1
            }
        }
        return nil
    }
}
