import Dispatch
import Foundation

/// Another program, run without a shell: arguments are passed as they stand.
package struct ChildProcess {
    /// The program's path, or its name, looked up in `PATH`.
    package var program: String
    package var arguments: [String]
    /// Variables that are added to this process's environment.
    package var environment: [String: String] = [:]
    package var workingDirectory: String?
    /// After so many seconds the program is ended.
    package var timeout: Int
    /// The program is ended when its standard output grows beyond this.
    package var outputLimit = 1 << 20

    package init(_ program: String, _ arguments: [String], timeout: Int) {
        self.program = program
        self.arguments = arguments
        self.timeout = timeout
    }

    /// Runs the program to its end; its standard output goes to the file at `outputPath`, which is
    /// replaced, or nowhere.
    ///
    /// The output goes to a file and not through a pipe, so that a program that writes much, or leaves
    /// children behind that hold the pipe open, cannot block this one.
    package func run(outputPath: String? = nil) throws(ChildProcessError) {
        #if os(macOS) || os(Linux)
        guard let executable = Self.path(of: program) else { throw .notInstalled(program) }
        let messages = NSTemporaryDirectory() + "/espalier-\(UUID().uuidString).messages"
        defer { try? FileManager.default.removeItem(atPath: messages) }
        guard FileManager.default.createFile(atPath: messages, contents: nil),
            let messageHandle = FileHandle(forWritingAtPath: messages)
        else { throw .notStarted(program) }
        defer { try? messageHandle.close() }

        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        if let workingDirectory {
            process.currentDirectoryURL = URL(fileURLWithPath: workingDirectory)
        }
        process.standardInput = FileHandle.nullDevice
        process.standardError = messageHandle
        var outputHandle = FileHandle.nullDevice
        if let outputPath {
            guard FileManager.default.createFile(atPath: outputPath, contents: nil),
                let handle = FileHandle(forWritingAtPath: outputPath)
            else { throw .notStarted(program) }
            outputHandle = handle
        }
        defer { if outputPath != nil { try? outputHandle.close() } }
        process.standardOutput = outputHandle

        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do { try process.run() } catch { throw .notStarted(program) }
        try wait(for: process, ended: ended, outputPath: outputPath)

        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw .failed(
                program, status: process.terminationStatus, lastLine: lastLine(of: messages))
        }
        #else
        throw .notInstalled(program)
        #endif
    }

    #if os(macOS) || os(Linux)
    private func wait(
        for process: Process, ended: DispatchSemaphore, outputPath: String?
    ) throws(ChildProcessError) {
        let deadline = DispatchTime.now() + .seconds(timeout)
        while ended.wait(timeout: min(deadline, .now() + .milliseconds(50))) == .timedOut {
            let isLate = DispatchTime.now() >= deadline
            let isTooMuch = outputPath.map { Self.size(of: $0) > outputLimit } ?? false
            guard isLate || isTooMuch else { continue }
            process.terminate()
            if ended.wait(timeout: .now() + .seconds(1)) == .timedOut {
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
            }
            throw isLate
                ? .timedOut(program, seconds: timeout) : .tooMuchOutput(program, limit: outputLimit)
        }
        if let outputPath, Self.size(of: outputPath) > outputLimit {
            throw .tooMuchOutput(program, limit: outputLimit)
        }
    }
    #endif

    /// Returns the path of an executable file of this name in a directory of `PATH`.
    private static func path(of program: String) -> String? {
        if program.contains("/") {
            return FileManager.default.isExecutableFile(atPath: program) ? program : nil
        }
        return (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")
            .split(separator: ":").map { "\($0)/\(program)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    private static func size(of path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }

    /// Returns the last line that is not empty, without the program's name, shortened to what fits in a
    /// sentence.
    private func lastLine(of path: String) -> String {
        guard let data = FileManager.default.contents(atPath: path) else { return "" }
        let lines = String(decoding: data.suffix(2000), as: UTF8.self).split(separator: "\n")
        let line = lines.last ?? ""
        return String((line.hasPrefix(program + ": ") ? line.dropFirst(program.count + 2) : line).prefix(160))
    }
}
