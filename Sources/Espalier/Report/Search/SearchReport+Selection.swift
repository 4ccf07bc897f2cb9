extension SearchReport {
    /// The candidates that were chosen for a target, from the fewest constraints to the most.
    package var chosen: [Point] {
        points.filter { !$0.targets.isEmpty }.sorted { $0.constraints.total < $1.constraints.total }
    }

    /// The best of the figures of others: the most accurate, then the smallest.
    package var bestPublished: Published? {
        published.filter(\.accuracy.isFinite).min {
            (-$0.accuracy, $0.constraints) < (-$1.accuracy, $1.constraints)
        }
    }

    /// The candidate that the headline speaks of: among the chosen ones, or else on the frontier, the smallest
    /// that is at least as accurate as what others published, or the most accurate if none is.
    package var headlinePoint: Point? {
        let candidates = chosen.isEmpty ? frontier : chosen
        let floor = bestPublished?.accuracy ?? 1
        let good = candidates.filter { $0.accuracy >= floor }
        return good.min { $0.constraints.total < $1.constraints.total }
            ?? candidates.max { $0.accuracy < $1.accuracy }
    }

    /// The main result in a sentence.
    package var headline: String {
        guard let point = headlinePoint else {
            return points.isEmpty
                ? "No candidate has been tried yet."
                : "None of \(NumberText.grouped(points.count)) candidates has had its full training yet."
        }
        let images = point.testAccuracy == nil ? "validation" : "test"
        let result =
            "\(NumberText.constraints(point.constraints.total)) "
            + (point.constraints.total == 1 ? "is" : "are")
            + " enough to get \(NumberText.accuracy(point.accuracy)) of the \(images) images right"
        guard let published = bestPublished else { return result + "." }
        let theirs =
            "\(NumberText.grouped(published.constraints)) of \(published.name), which had "
            + NumberText.accuracy(published.accuracy)
        guard point.constraints.total > 0, published.constraints / 2 >= point.constraints.total else {
            return "\(result), against \(theirs)."
        }
        let factor = NumberText.rough(Double(published.constraints) / Double(point.constraints.total))
        return "\(result): \(factor) times fewer than the \(theirs)."
    }

    /// The inside of a candidate, if the report has it.
    package func network(of point: Point) -> Network? {
        networks.first { $0.point == point.id }
    }

    /// The names of all choices in the order in which they first appear.
    package var choiceNames: [String] {
        var seen: Set<String> = []
        return points.lazy.flatMap(\.configuration).map(\.name).filter { seen.insert($0).inserted }
    }

    /// The names of the choices in which candidates differ.
    package var differingChoices: [String] {
        choiceNames.filter { name in Set(points.map { $0.value(of: name) }).count > 1 }
    }

    /// The choices that are the same for all candidates.
    package var commonChoices: [ReportedChoice] {
        let differing = Set(differingChoices)
        return points.first?.configuration.filter { !differing.contains($0.name) } ?? []
    }
}

extension SearchReport.Point {
    /// The test accuracy of a chosen candidate, the validation accuracy of others.
    package var accuracy: Double { testAccuracy ?? validationAccuracy }
}
