/// Receives the progress of a computation; may be called from any thread, and should return at once.
public typealias ProgressHandler = @Sendable (ProgressEvent) -> Void
