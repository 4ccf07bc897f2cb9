import Foundation
import Testing

/// The directory through which files go to and come from other people's implementations: `Tests/interop/run` names it
/// in the environment. Without one, there is nobody to exchange files with.
enum Exchange {
    static let directory = ProcessInfo.processInfo.environment["ESPALIER_INTEROPERABILITY"].map {
        URL(fileURLWithPath: $0, isDirectory: true)
    }

    static func url(_ name: String) throws -> URL { try #require(directory).appendingPathComponent(name) }

    static func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url(name))) }

    static func write(_ bytes: [UInt8], _ name: String) throws {
        let url = try url(name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// Returns the names in a directory, in order.
    static func names(in directory: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url(directory).path).sorted()
    }

    static func exists(_ name: String) throws -> Bool {
        FileManager.default.fileExists(atPath: try url(name).path)
    }

    /// Adds a line to the table of `Tests/interop/results.py`.
    static func record(_ what: String, with implementation: String, cases: Int, agreeing: Int) throws {
        struct Line: Encodable {
            let what: String
            let with: String
            let cases: Int
            let agreeing: Int
        }
        let url = try url("results.jsonl")
        let line = Line(what: what, with: implementation, cases: cases, agreeing: agreeing)
        var lines = (try? Data(contentsOf: url)) ?? Data()
        lines += try JSONEncoder().encode(line) + [UInt8(ascii: "\n")]
        try lines.write(to: url)
        #expect(cases > 0 && agreeing == cases, "\(what), \(implementation)")
    }
}
