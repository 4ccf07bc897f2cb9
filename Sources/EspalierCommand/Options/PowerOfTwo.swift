import ArgumentParser

/// A size 2^4 … 2^24, written as 2^N or as a number.
struct PowerOfTwo: ExpressibleByArgument, CustomStringConvertible {
    let logarithm: Int

    init(logarithm: Int) { self.logarithm = logarithm }

    init?(argument: String) {
        let logarithm: Int?
        if argument.hasPrefix("2^") {
            logarithm = Int(argument.dropFirst(2))
        } else {
            logarithm = Int(argument).flatMap { value in
                value > 0 && value & (value - 1) == 0 ? value.trailingZeroBitCount : nil
            }
        }
        guard let logarithm, (4...24).contains(logarithm) else { return nil }
        self.logarithm = logarithm
    }

    var description: String { "2^\(logarithm)" }

    var defaultValueDescription: String { description }
}
