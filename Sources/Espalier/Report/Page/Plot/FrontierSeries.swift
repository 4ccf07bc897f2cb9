/// A line of the frontier plot: pruned networks from dense to empty.
struct FrontierSeries: Sendable, Hashable {
    /// A pruned network.
    struct Mark: Sendable, Hashable {
        var constraints: Int
        var accuracy: Double
        /// How much was pruned, as written beside the mark.
        var label: String
        /// What a pointer that rests on the mark shows.
        var title: String
        /// Whether the headline speaks of it; such marks are larger, and their labels come first.
        var isHeadline = false
    }

    /// The name written beside the line.
    var name: String
    /// The class of the style sheet: `private`, `embedded`, `paper`, with `one-shot` for dashed ones.
    var style: String
    /// Whether its marks are labelled with their sparsity.
    var labelsMarks: Bool
    var marks: [Mark]
}

extension PruningReport {
    /// The lines of the frontier plot; those whose names come first find the best places.
    var frontier: [FrontierSeries] {
        var frontier = [paperSeries]
        for visibility in [WeightVisibility.private, .embedded] {
            for method in [Method.retrained, .oneShot] where levels.contains(where: { $0.method == method }) {
                frontier.append(series(visibility, method))
            }
        }
        return frontier
    }

    private var paperSeries: FrontierSeries {
        FrontierSeries(
            name: "the paper", style: "paper", labelsMarks: true,
            marks: PublishedFigures.levels.map {
                FrontierSeries.Mark(
                    constraints: $0.constraints, accuracy: $0.accuracy,
                    label: NumberText.sparsity($0.sparsity),
                    title: Self.title(
                        "The paper", $0.sparsity, accuracy: $0.accuracy, constraints: $0.constraints))
            })
    }

    private func series(_ visibility: WeightVisibility, _ method: Method) -> FrontierSeries {
        FrontierSeries(
            name: "\(visibility.rawValue), \(method.rawValue)",
            style: method == .oneShot ? "\(visibility.rawValue) one-shot" : visibility.rawValue,
            labelsMarks: method == .retrained || !levels.contains { $0.method == .retrained },
            marks: series(method).map { level in
                let constraints = level.constraints(visibility).total
                return FrontierSeries.Mark(
                    constraints: constraints, accuracy: level.integerAccuracy,
                    label: NumberText.sparsity(level.sparsity),
                    title: Self.title(
                        "Weights \(visibility.rawValue), \(method.rawValue)", level.sparsity,
                        accuracy: level.integerAccuracy, constraints: constraints),
                    isHeadline: level == headlineLevel)
            })
    }

    private static func title(_ name: String, _ sparsity: Double, accuracy: Double, constraints: Int)
        -> String
    {
        "\(name), \(NumberText.sparsity(sparsity)) pruned: \(NumberText.accuracy(accuracy)) right, "
            + "\(NumberText.grouped(constraints)) constraints"
    }
}
