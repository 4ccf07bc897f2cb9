import Espalier

extension SearchReport {
    /// A search that has not tried anything yet.
    static var empty: SearchReport {
        var report = sample
        report.points = []
        report.networks = []
        return report
    }

    /// A search with a single candidate.
    static func single(_ change: (inout Point) -> Void) -> SearchReport {
        var report = empty
        var point = sample.points[0]
        change(&point)
        report.points = [point]
        return report
    }
}
