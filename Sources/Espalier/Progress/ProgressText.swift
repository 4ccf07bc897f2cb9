/// How far a step has come, in words; the text of a live line and of a log.
package struct ProgressText: Sendable, Hashable {
    package var step: String
    /// The share of the work that is done, 0 … 1, or nil where that is unknown.
    package var fraction: Double?
    package var detail: String
    package var elapsedSeconds: Double

    package init(step: String, fraction: Double? = nil, detail: String = "", elapsedSeconds: Double) {
        self.step = step
        self.fraction = fraction.map { min(1, max(0, $0)) }
        self.detail = detail
        self.elapsedSeconds = elapsedSeconds
    }

    /// The time that is left if the work goes on as fast, or nil while that is a mere guess: in the first three
    /// seconds and the first fiftieth of the work.
    package var secondsLeft: Double? {
        guard let fraction, fraction >= 0.02, elapsedSeconds >= 3 else { return nil }
        return elapsedSeconds * (1 - fraction) / fraction
    }

    /// One line of at most `width` characters: `Training ━━━━━╌╌╌╌╌ 50 %  12 s, 12 s left  epoch 5 of 10`.
    package func line(width: Int) -> String {
        var parts: [String] = [step]
        if let fraction {
            let cells = width >= 60 ? 20 : 10
            let full = Int((fraction * Double(cells)).rounded(.down))
            let bar = String(repeating: "━", count: full) + String(repeating: "╌", count: cells - full)
            parts.append("\(bar) \(Int((fraction * 100).rounded(.down))) %")
        }
        parts.append(time)
        if !detail.isEmpty { parts.append(detail) }
        return Self.truncated(parts.joined(separator: "  "), width: width)
    }

    /// The same without a bar, for logs: `Training: 50 %, 12 s, 12 s left, epoch 5 of 10`.
    package var logLine: String {
        var parts: [String] = []
        if let fraction { parts.append("\(Int((fraction * 100).rounded(.down))) %") }
        parts.append(time)
        if !detail.isEmpty { parts.append(detail) }
        return "\(step): \(parts.joined(separator: ", "))".onSingleLine
    }

    private var time: String {
        let elapsed = Self.wholeSeconds(elapsedSeconds)
        guard let secondsLeft else { return elapsed }
        return "\(elapsed), \(Self.wholeSeconds(secondsLeft)) left"
    }

    /// A time without fractions of a second, which would only flicker.
    private static func wholeSeconds(_ seconds: Double) -> String {
        seconds < 59.5 ? "\(Int(max(0, seconds).rounded())) s" : NumberText.duration(seconds: seconds)
    }

    /// The text without control characters, cut to so many characters with an ellipsis at its end.
    package static func truncated(_ text: String, width: Int) -> String {
        let line = text.onSingleLine
        guard line.count > width else { return line }
        return width > 0 ? String(line.prefix(width - 1)) + "…" : ""
    }
}
