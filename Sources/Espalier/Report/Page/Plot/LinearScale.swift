/// Maps values to positions in proportion; the positions may run downwards, as those of a vertical axis do.
package struct LinearScale: Sendable, Hashable {
    package let values: ClosedRange<Double>
    /// The positions of the lower and of the upper value.
    package let start: Double
    package let end: Double

    /// - Precondition: `values` is not a single point.
    package init(values: ClosedRange<Double>, start: Double, end: Double) {
        precondition(values.lowerBound < values.upperBound, "a scale has two ends")
        self.values = values
        self.start = start
        self.end = end
    }

    /// The position of a value; that of the nearer end if it lies outside.
    package func position(_ value: Double) -> Double {
        let inside = min(max(value, values.lowerBound), values.upperBound)
        let share = (inside - values.lowerBound) / (values.upperBound - values.lowerBound)
        return start + share * (end - start)
    }
}
