/// What a long computation tells about itself: the step that it is at, and how far it has come.
///
/// A step begins with its first event and ends with a `finished` one. Events carry no times: whoever shows
/// them has the clock.
public struct ProgressEvent: Sendable, Hashable {
    /// Where a step stands.
    public enum State: Sendable, Hashable {
        /// Under way; the share of the work that is done, 0 … 1, or nil where that is unknown.
        case running(fraction: Double?)
        /// Done, with what came of it in a few words; may be empty.
        case finished(summary: String)
    }

    /// The name of the step, the same in all of its events.
    public var step: String
    public var state: State
    /// What is happening at this moment, such as `epoch 3 of 10`; may be empty.
    public var detail: String

    public init(step: String, state: State, detail: String = "") {
        self.step = step
        self.state = state
        self.detail = detail
    }

    /// An event of a step that is under way.
    public static func running(_ step: String, fraction: Double? = nil, detail: String = "") -> ProgressEvent
    {
        ProgressEvent(step: step, state: .running(fraction: fraction), detail: detail)
    }

    /// The last event of a step.
    public static func finished(_ step: String, summary: String = "") -> ProgressEvent {
        ProgressEvent(step: step, state: .finished(summary: summary))
    }
}
