extension SearchReport {
    /// The candidates that no other beats, from the fewest constraints to the most.
    public var frontier: [Point] { Self.frontier(of: points) }

    /// Returns the candidates that none of the others dominates, by constraints ascending, equals in the order
    /// given.
    ///
    /// Only those count that got all of their training. One dominates another if it has at most as many
    /// constraints and at least the validation accuracy, and is better in one of them; equals stand side by
    /// side. Takes O(n log n) for n candidates.
    public static func frontier(of points: [Point]) -> [Point] {
        let full = points.enumerated().filter { $0.element.isFull && $0.element.validationAccuracy.isFinite }
        let sorted = full.sorted {
            ($0.element.constraints.total, -$0.element.validationAccuracy, $0.offset)
                < ($1.element.constraints.total, -$1.element.validationAccuracy, $1.offset)
        }
        var frontier: [Point] = []
        for (_, point) in sorted {
            guard let last = frontier.last else {
                frontier.append(point)
                continue
            }
            let isBetter = point.validationAccuracy > last.validationAccuracy
            let isEqual =
                point.validationAccuracy == last.validationAccuracy
                && point.constraints.total == last.constraints.total
            if isBetter || isEqual { frontier.append(point) }
        }
        return frontier
    }
}
