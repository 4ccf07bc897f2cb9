import ArgumentParser
import Espalier
import Foundation

/// How a verb speaks.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print the result as JSON.")
    var json = false

    @Flag(name: .shortAndLong, help: "Show no progress.")
    var quiet = false

    /// Shows progress on standard error.
    var progress: ProgressHandler {
        guard !quiet else { return { _ in } }
        let line = ProgressLine()
        return { line.receive($0) }
    }

    /// Prints the result: JSON where asked for, else the text.
    func report(_ result: some Encodable, text: () -> String) throws {
        guard json else { return print(text()) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(result), as: UTF8.self))
    }
}
