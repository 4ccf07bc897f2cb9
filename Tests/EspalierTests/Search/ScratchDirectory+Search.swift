import Espalier

extension ScratchDirectory {
    /// What a search keeps in a directory in it, but for the networks.
    func search(_ name: String) throws -> [String: [UInt8]] {
        var contents: [String: [UInt8]] = [:]
        for file in ["search.json", "trials.jsonl"] {
            contents[file] = try ArtifactFile.read(self(name) + "/" + file)
        }
        return contents
    }
}
