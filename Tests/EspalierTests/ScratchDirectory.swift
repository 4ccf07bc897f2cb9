import Espalier
import Foundation

/// A directory that is gone when the test is over.
final class ScratchDirectory: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/espalier-tests-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// All entries, hidden ones included.
    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file and returns its path.
    @discardableResult
    func write(_ bytes: some Sequence<UInt8>, _ name: String) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: self(name)))
        return self(name)
    }

    /// Writes what a change makes of the JSON object in a file, and returns the path.
    func rewrite(
        _ original: String, as name: String, _ change: (inout [String: Any]) throws -> Void
    ) throws -> String {
        let data = Data(try ArtifactFile.read(original))
        var object = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        try change(&object)
        return try write(try JSONSerialization.data(withJSONObject: object), name)
    }
}
