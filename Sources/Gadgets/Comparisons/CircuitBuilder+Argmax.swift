public import ConstraintSystem
import FiniteFields

extension CircuitBuilder {
    /// Returns the index of the largest value; of several that are equal, the lowest.
    ///
    /// A tournament: each match between neighbours asks `isPositive(right − left)`, so that the left one
    /// wins a draw. A match costs `m + 1` for the comparison, with m from the window of the difference,
    /// plus 1 for the winner's value unless it is the last match, plus 1 for the winner's index unless the
    /// difference of both indices is constant. Values that the windows exclude cost nothing.
    ///
    /// Soundness: every match has one outcome, and the result is a function of the outcomes. Neighbours
    /// keep their order, so every index on the left is lower than every index on the right, and of equal
    /// values the lowest index survives.
    ///
    /// - Parameters:
    ///   - values: at least one.
    ///   - windows: bounds of each value that other constraints imply; differences must lie inside ±p/4.
    /// - Throws: `CompileError.windowTooWide` naming the region of the match.
    public mutating func argmax(
        _ values: [LinearCombination<F>], windows: [ClosedRange<Int128>]
    ) throws(CompileError) -> LinearCombination<F> {
        precondition(!values.isEmpty && values.count == windows.count, "one window per value")
        guard windows.allSatisfy({ Window.fits($0, in: F.self) }) else { throw .windowTooWide(region: path) }
        var contenders = Self.contenders(values, windows)
        var match = 0
        while contenders.count > 1 {
            var winners: [Contender] = []
            for left in stride(from: 0, to: contenders.count - 1, by: 2) {
                let pair = (contenders[left], contenders[left + 1])
                let isFinal = contenders.count == 2
                winners.append(
                    try region("match[\(match)]") { builder throws(CompileError) in
                        try builder.winner(pair.0, pair.1, isFinal: isFinal)
                    })
                match += 1
            }
            if contenders.count % 2 == 1 { winners.append(contenders[contenders.count - 1]) }
            contenders = winners
        }
        return contenders[0].index
    }

    /// One that may still win: its index, its value, and the window of the value.
    private typealias Contender = (
        index: LinearCombination<F>, value: LinearCombination<F>, window: ClosedRange<Int128>
    )

    /// Leaves out whatever is below, or equal to and behind, the lower bound of another.
    private static func contenders(
        _ values: [LinearCombination<F>], _ windows: [ClosedRange<Int128>]
    ) -> [Contender] {
        let best = windows.indices.max { windows[$0].lowerBound < windows[$1].lowerBound }!
        let floor = windows[best].lowerBound
        let first = windows.firstIndex { $0.lowerBound == floor }!
        return values.indices
            .filter { windows[$0].upperBound > floor || ($0 <= first && windows[$0].upperBound == floor) }
            .map { (LinearCombination(constant: Int128($0)), values[$0], windows[$0]) }
    }

    private mutating func winner(
        _ left: Contender, _ right: Contender, isFinal: Bool
    ) throws(CompileError) -> Contender {
        let lowest = right.window.lowerBound - left.window.upperBound
        let highest = right.window.upperBound - left.window.lowerBound
        let rightWins = try isPositive(right.value - left.value, window: lowest...highest)
        let window =
            max(
                left.window.lowerBound, right.window.lowerBound)...max(
                left.window.upperBound, right.window.upperBound)
        return (
            index: select(rightWins, left.index, right.index),
            value: isFinal ? left.value : select(rightWins, left.value, right.value), window: window
        )
    }
}
