import Dispatch
import Espalier
import Synchronization

/// Shows progress on standard error.
///
/// On a terminal one line is rewritten in place, at most ten times a second, and replaced by a line with the
/// step's summary and time when the step ends. Elsewhere each step writes a line when it begins, one every ten
/// seconds at most, and one when it ends. Any thread may send events.
final class ProgressLine: Sendable {
    /// The one of this process.
    static let shared = ProgressLine()

    private let terminal: Terminal
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "progress line")

    private static let shortestPause = Duration.milliseconds(100)
    private static let shortestLogPause = Duration.seconds(10)

    private struct Step {
        var event: ProgressEvent
        var began: ContinuousClock.Instant
        /// When it was last written to a log.
        var logged: ContinuousClock.Instant
    }

    private struct State {
        /// The steps under way; the last one is shown.
        var steps: [Step] = []
        var drawn: ContinuousClock.Instant?
        /// Whether there is a live line to be cleared.
        var isShown = false
        var isTicking = false
    }

    init(terminal: Terminal = .standardError) {
        self.terminal = terminal
    }

    /// What is passed to the computations.
    var handler: ProgressHandler {
        { self.receive($0) }
    }

    /// Shows an event.
    func receive(_ event: ProgressEvent) {
        let now = ContinuousClock.now
        state.withLock { state in
            switch event.state {
            case .running: update(&state, event, now: now)
            case .finished(let summary): finish(&state, event.step, summary: summary, now: now)
            }
        }
    }

    /// Clears the live line and forgets the steps under way; to be called before an error is written.
    func close() {
        state.withLock { state in
            clear(&state)
            state.steps = []
        }
    }

    private func update(_ state: inout State, _ event: ProgressEvent, now: ContinuousClock.Instant) {
        var step = Step(event: event, began: now, logged: now)
        let known = state.steps.firstIndex { $0.event.step == event.step }
        if let known {
            step = state.steps.remove(at: known)
            step.event = event
        }
        if !terminal.isLive {
            if known == nil {
                terminal.write("\(event.step.onSingleLine) …\n")
            } else if now - step.logged >= Self.shortestLogPause {
                terminal.write(text(step, now: now).logLine + "\n")
                step.logged = now
            }
        }
        state.steps.append(step)
        if terminal.isLive { draw(&state, now: now) }
    }

    private func finish(
        _ state: inout State, _ name: String, summary: String, now: ContinuousClock.Instant
    ) {
        var began = now
        if let index = state.steps.firstIndex(where: { $0.event.step == name }) {
            began = state.steps.remove(at: index).began
        }
        let time = NumberText.duration(seconds: Self.seconds(now - began))
        let words = [name, summary].filter { !$0.isEmpty }.joined(separator: "  ").onSingleLine
        clear(&state)
        terminal.write("\(terminal.styled("✓", .green)) \(words)  \(terminal.styled(time, .dim))\n")
        if terminal.isLive { draw(&state, now: now) }
    }

    /// Draws the last step, unless the line was drawn a moment ago: then the next tick does.
    private func draw(_ state: inout State, now: ContinuousClock.Instant) {
        guard let step = state.steps.last else { return }
        if !state.isTicking {
            state.isTicking = true
            scheduleTick()
        }
        if state.isShown, let drawn = state.drawn, now - drawn < Self.shortestPause { return }
        state.drawn = now
        state.isShown = true
        // One column stays free: some terminals wrap when the last one is filled.
        terminal.write("\r" + text(step, now: now).line(width: terminal.width - 1) + "\u{1B}[K")
    }

    private func clear(_ state: inout State) {
        if state.isShown { terminal.write("\r\u{1B}[K") }
        state.isShown = false
    }

    /// Keeps the elapsed time moving while a step is silent.
    private func scheduleTick() {
        queue.asyncAfter(deadline: .now() + .milliseconds(200)) { [weak self] in self?.tick() }
    }

    private func tick() {
        let now = ContinuousClock.now
        state.withLock { state in
            guard !state.steps.isEmpty else {
                state.isTicking = false
                return
            }
            draw(&state, now: now)
            scheduleTick()
        }
    }

    private func text(_ step: Step, now: ContinuousClock.Instant) -> ProgressText {
        var fraction: Double?
        if case .running(let share) = step.event.state { fraction = share }
        return ProgressText(
            step: step.event.step, fraction: fraction, detail: step.event.detail,
            elapsedSeconds: Self.seconds(now - step.began))
    }

    private static func seconds(_ duration: Duration) -> Double {
        duration / .seconds(1)
    }
}
