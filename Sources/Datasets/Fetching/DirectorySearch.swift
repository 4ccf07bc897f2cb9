import Foundation

/// Finds files by name in a directory and below it, within bounds.
enum DirectorySearch {
    private static let largestDepth = 8
    private static let mostEntries = 20_000

    /// Returns the paths of the regular files for which `isWanted` holds of the name, in path order.
    ///
    /// Hidden files (`._*` among them) are left out.
    static func files(below directory: String, where isWanted: (String) -> Bool) -> [String] {
        var found: [String] = []
        var entries = 0
        var pending = [(path: directory, depth: 0)]
        while let (path, depth) = pending.popLast() {
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { continue }
            for name in names where !name.hasPrefix(".") {
                entries += 1
                guard entries <= mostEntries else { return found.sorted() }
                let entry = "\(path)/\(name)"
                let type = (try? FileManager.default.attributesOfItem(atPath: entry))?[.type]
                if type as? FileAttributeType == .typeDirectory {
                    if depth < largestDepth { pending.append((entry, depth + 1)) }
                } else if isWanted(name) {
                    found.append(entry)
                }
            }
        }
        return found.sorted()
    }

    static func files(below directory: String, suffix: String) -> [String] {
        files(below: directory) { $0.hasSuffix(suffix) }
    }

    static func hasFile(below directory: String, suffix: String) -> Bool {
        !files(below: directory, suffix: suffix).isEmpty
    }
}
