import Espalier

extension PruningReport {
    /// The same report before anything was measured.
    var withoutLevels: PruningReport {
        var report = self
        report.levels = []
        report.proof = nil
        return report
    }
}
