/// Why a program did not do its work.
public enum ChildProcessError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No directory of `PATH` has a program of this name.
    case notInstalled(String)
    /// The program could not be started.
    case notStarted(String)
    case timedOut(String, seconds: Int)
    /// The program wrote more than it was allowed to.
    case tooMuchOutput(String, limit: Int)
    /// The program ended with a failure; `lastLine` is what it said last on its standard error.
    case failed(String, status: Int32, lastLine: String)

    public var description: String {
        switch self {
        case .notInstalled(let program): "\(program) is not installed"
        case .notStarted(let program): "\(program) could not be started"
        case .timedOut(let program, let seconds): "\(program) took longer than \(seconds) s"
        case .tooMuchOutput(let program, let limit): "\(program) wrote more than \(limit) bytes"
        case .failed(let program, let status, let lastLine):
            lastLine.isEmpty ? "\(program) ended with status \(status)" : "\(program): \(lastLine)"
        }
    }
}
