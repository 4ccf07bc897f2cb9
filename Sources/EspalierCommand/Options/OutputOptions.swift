import ArgumentParser
import Espalier
import Foundation

/// How a verb speaks.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print the result as JSON.")
    var json = false

    @Flag(name: .shortAndLong, help: "Show no progress and no hints.")
    var quiet = false

    /// Shows progress on standard error.
    var progress: ProgressHandler {
        guard !quiet else { return { _ in } }
        return ProgressLine.shared.handler
    }

    /// Prints the result: JSON where asked for, else the text.
    ///
    /// - Parameter next: the command that takes the data one arrow further.
    func report(_ result: some Encodable, next: String? = nil, text: () -> String) throws {
        let output: String
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            output = String(decoding: try encoder.encode(result), as: UTF8.self)
        } else {
            output = text()
        }
        guard Terminal.standardOutput.write(output + "\n") else {
            throw FileError(.notWritable(reason: String(cString: strerror(errno))), path: "standard output")
        }
        if let next, !json, !quiet { Terminal.suggest(next) }
    }
}
