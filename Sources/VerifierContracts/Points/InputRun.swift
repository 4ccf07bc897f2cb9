import FiniteFields
import Groth16

/// Neighbouring public values of one range.
struct InputRun: Hashable {
    /// Of the first of them among the public values.
    var start: Int
    var count: Int
    /// What the values may be; nil where any element of the scalar field will do.
    var range: ClosedRange<Int128>?

    /// The largest value, if the values are the integers from 0 to 255 or fewer.
    var byteMaximum: Int? {
        guard let range, range.lowerBound == 0, range.upperBound <= 255 else { return nil }
        return Int(range.upperBound)
    }

    static func runs(_ ranges: PublicInputRanges?, count: Int) -> [InputRun] {
        guard let ranges else { return [InputRun(start: 0, count: count, range: nil)] }
        var start = 0
        return ranges.runs.map { run in
            defer { start += run.count }
            return InputRun(start: start, count: run.count, range: run.range)
        }
    }
}
