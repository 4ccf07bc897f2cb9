import Espalier

/// A certificate's result as people read it.
enum CertificateText {
    /// `accuracy 952 / 1,000 = 95.20 %, 95 % interval 93.70 … 96.36 %`.
    static func accuracy(_ correct: Int, of count: Int) -> String {
        let interval = WilsonInterval(successes: correct, of: count)
        return "accuracy \(NumberText.grouped(correct)) / \(NumberText.grouped(count)) = "
            + "\(NumberText.accuracy(Double(correct) / Double(count))), 95 % interval "
            + "\(NumberText.fixed(interval.lower * 100, decimals: 2)) … "
            + NumberText.accuracy(interval.upper)
    }
}
