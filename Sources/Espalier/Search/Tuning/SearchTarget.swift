/// What a network is looked for.
public enum SearchTarget: Hashable, Codable, Sendable {
    /// The fewest constraints at no less than this accuracy, 0 … 1.
    case accuracy(Double)
    /// The highest accuracy at no more than so many constraints.
    case constraints(Int)

    /// `≥ 97 %` or `≤ 200 constraints`.
    public var text: String {
        switch self {
        case .accuracy(let accuracy): "≥ \(NumberText.accuracy(accuracy))"
        case .constraints(let count): "≤ \(NumberText.constraints(count))"
        }
    }

    /// Whether a result is good enough.
    package func isMet(by result: Trial.Result) -> Bool {
        isMet(by: [result])
    }

    /// Whether a recipe is, by its results with several seeds: their median accuracy, or the price of every one.
    package func isMet(by results: [Trial.Result]) -> Bool {
        switch self {
        case .accuracy(let least): Tuning.median(results.map(\.validationAccuracy)) >= least
        case .constraints(let most): results.allSatisfy { $0.constraints.total <= most }
        }
    }

    /// Whether one result is better than another, where both are good enough.
    package func prefers(_ a: Trial.Result, to b: Trial.Result) -> Bool {
        switch self {
        case .accuracy:
            (a.constraints.total, -a.validationAccuracy) < (b.constraints.total, -b.validationAccuracy)
        case .constraints:
            (-a.validationAccuracy, a.constraints.total) < (-b.validationAccuracy, b.constraints.total)
        }
    }
}
