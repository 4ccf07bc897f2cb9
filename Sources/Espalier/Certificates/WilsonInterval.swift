/// The 95 % interval of a probability of which some trials are known.
///
/// E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
public struct WilsonInterval: Hashable, Sendable {
    public let lower: Double
    public let upper: Double

    /// - Precondition: at least one trial, and no more successes than trials.
    public init(successes: Int, of trials: Int) {
        precondition(trials > 0 && (0...trials).contains(successes), "successes among trials")
        let n = Double(trials)
        let share = Double(successes) / n
        let z = 1.959_963_984_540_054
        let scale = 1 / (1 + z * z / n)
        let center = (share + z * z / (2 * n)) * scale
        let reach = z * scale * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        lower = successes == 0 ? 0 : center - reach
        upper = successes == trials ? 1 : center + reach
    }
}
