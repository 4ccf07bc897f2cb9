import Foundation

/// What a file is, as far as its contents say.
public struct Inspection: Codable, Hashable, Sendable {
    /// One line of what is known of a file.
    public struct Fact: Codable, Hashable, Sendable {
        public var name: String
        public var value: String

        init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }

        init(_ name: String, _ value: Int) { self.init(name, NumberText.grouped(value)) }
    }

    public var file: String
    /// In words: `circuit (.r1cs)`.
    public var kind: String
    public var bytes: Int
    public var facts: [Fact]
    /// Constraints by region, where the file or its neighbour knows them.
    public var regions: [CircuitDescription.Region]

    init(file: String, kind: String, bytes: Int, facts: [Fact], regions: [CircuitDescription.Region] = []) {
        self.file = file
        self.kind = kind
        self.bytes = bytes
        self.facts = facts
        self.regions = regions
    }

    /// Reads a file and says what it is.
    ///
    /// - Throws: `FileError` if it cannot be read, is of no kind that the project knows, or is damaged.
    public init(of path: String) throws {
        let bytes = try ArtifactFile.read(path)
        let starts = { (text: String) in bytes.starts(with: Array(text.utf8)) }
        let firstCharacter = bytes.first { !$0.isWhitespace }
        do {
            self =
                switch () {
                case _ where starts("r1cs"): try Self.circuit(bytes, path)
                case _ where starts("wtns"): try Self.witness(bytes, path)
                case _ where starts("zkey"): try Self.provingKey(bytes, path)
                case _ where starts("\u{93}NUMPY") || bytes.starts(with: [0x93, 0x4E]):
                    try Self.array(bytes, path)
                case _ where starts("P5") || starts("P2"): try Self.image(bytes, path)
                case _ where bytes.starts(with: [0, 0, 8]): try Self.idx(bytes, path)
                case _ where firstCharacter == UInt8(ascii: "{") || firstCharacter == UInt8(ascii: "["):
                    try Self.json(bytes, path)
                default: try Self.network(bytes, path)
                }
        } catch let error as FileError {
            throw error
        } catch {
            throw FileError(.malformed(reason: ErrorSentence(error)?.text ?? "\(error)"), path: path)
        }
    }

    /// The facts as a table, the regions below.
    public func text() -> String {
        var table = TextTable(
            title: "\(file): \(kind), \(NumberText.size(bytes: bytes))", columns: [.init(""), .init("")])
        for fact in facts { table.append([fact.name, fact.value]) }
        guard !regions.isEmpty else { return table.rendered() }
        var costs = TextTable(columns: [.init("Region"), .init("Constraints", .right)])
        for region in regions { costs.append([region.name, NumberText.grouped(region.constraints)]) }
        return table.rendered() + "\n\n" + costs.rendered()
    }
}

extension UInt8 {
    fileprivate var isWhitespace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
