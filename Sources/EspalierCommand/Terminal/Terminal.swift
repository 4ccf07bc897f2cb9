#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What can be done with an output of the process.
struct Terminal: Sendable, Hashable {
    let fileDescriptor: Int32
    /// Whether a line can be rewritten in place: a terminal that is not a dumb one.
    let isLive: Bool
    /// Whether colours are welcome: a live terminal, and `NO_COLOR` is unset or empty (no-color.org).
    let hasColor: Bool

    /// Standard output, for results.
    static var standardOutput: Terminal { Terminal(fileDescriptor: STDOUT_FILENO) }
    /// Standard error, for progress and messages.
    static var standardError: Terminal { Terminal(fileDescriptor: STDERR_FILENO) }

    init(fileDescriptor: Int32) {
        let kind = Self.environment("TERM") ?? ""
        self.fileDescriptor = fileDescriptor
        isLive = isatty(fileDescriptor) == 1 && kind != "dumb" && !kind.isEmpty
        hasColor = isLive && (Self.environment("NO_COLOR") ?? "").isEmpty
    }

    /// The number of columns at this moment; 80 where nobody says.
    var width: Int {
        var size = winsize()
        if ioctl(fileDescriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return Self.environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 80
    }

    /// Writes text at once, unbuffered.
    ///
    /// - Returns: false if it could not be written to its end; `errno` says why.
    @discardableResult
    func write(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let start = rest.baseAddress, rest.count > 0 {
                let written = posixWrite(fileDescriptor, start, rest.count)
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { return false }
                rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            }
            return true
        }
    }

    /// The text in a style, if colours are welcome.
    func styled(_ text: String, _ style: Style) -> String {
        hasColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// A style of the terminal's own palette, which the user has chosen to be readable.
    enum Style: Int, Sendable {
        case bold = 1
        case dim = 2
        case red = 31
        case green = 32
    }

    private static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}

/// The system's `write`, which the method of that name hides.
private func posixWrite(_ fileDescriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    write(fileDescriptor, bytes, count)
}
