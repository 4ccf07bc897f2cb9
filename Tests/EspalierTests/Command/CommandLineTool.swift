import Foundation
import Testing

/// The built command line, run as a process of its own.
struct CommandLineTool {
    /// How a run ended and what it said.
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String

        /// The lines of standard error that are no progress.
        var complaints: [Substring] {
            errors.split(separator: "\n").filter { $0.hasPrefix("espalier: ") }
        }
    }

    let path: String

    /// The tool beside the tests' bundle, or nil where only the tests were built.
    init?() {
        for place in CommandLine.arguments + [Bundle.main.bundlePath] where place.contains("/") {
            var directory = URL(fileURLWithPath: place)
            for _ in 0..<5 {
                directory.deleteLastPathComponent()
                let path = directory.appendingPathComponent("espalier").path
                var isDirectory: ObjCBool = false
                if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory),
                    !isDirectory.boolValue, FileManager.default.isExecutableFile(atPath: path)
                {
                    self.path = path
                    return
                }
            }
        }
        return nil
    }

    func callAsFunction(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
        try run(arguments, environment: environment)
    }

    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        let scratch = try ScratchDirectory()
        let streams = try ["out", "err"].map { name in
            try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.write([], name)))
        }
        process.standardOutput = streams[0]
        process.standardError = streams[1]
        try process.run()
        process.waitUntilExit()
        for stream in streams { try stream.close() }
        let texts = try ["out", "err"].map { try String(contentsOfFile: scratch($0), encoding: .utf8) }
        try #require(process.terminationReason == .exit, "\(arguments): \(texts[1])")
        return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
    }

    /// Runs the tool, interrupts it as Ctrl-C does, and returns its exit code, or the signal that ended it.
    func interrupted(_ arguments: [String], after pause: Duration) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        for stream in [\Process.standardInput, \.standardOutput, \.standardError] {
            process[keyPath: stream] = FileHandle.nullDevice
        }
        try process.run()
        Thread.sleep(forTimeInterval: pause / .seconds(1))
        process.interrupt()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
