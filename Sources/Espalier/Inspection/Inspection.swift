import CircuitFormats
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
    /// Constraints by region: of a circuit whose description is there, and of an integer network, with its
    /// weights embedded and private.
    public var costs: [CircuitCost]

    init(file: String, kind: String, bytes: Int, facts: [Fact], costs: [CircuitCost] = []) {
        self.file = file
        self.kind = kind
        self.bytes = bytes
        self.facts = facts
        self.costs = costs
    }

    /// Reads a file and says what it is.
    ///
    /// - Throws: `FileError` if it cannot be read, is of no kind that the project knows, or is damaged.
    public init(of path: String) throws {
        let bytes = try ArtifactFile.read(path)
        let starts = { (text: String) in bytes.starts(with: Array(text.utf8)) }
        let curve = CurveName.forReading(path).curve
        let firstCharacter = bytes.first { !$0.isWhitespace }
        do {
            self =
                switch () {
                case _ where starts("r1cs"): try Self.circuit(bytes, path, on: curve)
                case _ where starts("wtns"): try Self.witness(bytes, path, on: curve)
                case _ where starts("zkey"): try Self.provingKey(bytes, path, on: curve)
                case _ where bytes.starts(with: [0x93] + Array("NUMPY".utf8)):
                    try Self.array(bytes, path)
                case _ where starts("P5") || starts("P2"): try Self.image(bytes, path)
                case _ where bytes.starts(with: [0, 0, 8]): try Self.idx(bytes, path)
                case _ where firstCharacter == UInt8(ascii: "{") || firstCharacter == UInt8(ascii: "["):
                    try Self.json(bytes, path, on: curve)
                default: try Self.network(bytes, path)
                }
        } catch let error as FileError {
            throw error
        } catch let error as FormatError where error.code == .wrongField {
            throw FileError(decoding: path, as: "file", "", on: curve, error)
        } catch {
            throw FileError(.malformed(reason: ErrorSentence(error)?.text ?? "\(error)"), path: path)
        }
    }

    /// One line per fact, the costs as a table below.
    public func text() -> String {
        let width = facts.map(\.name.count).max() ?? 0
        var lines = ["\(file): \(kind), \(NumberText.size(bytes: bytes))"]
        for fact in facts {
            let padding = String(repeating: " ", count: width - fact.name.count)
            lines.append("  \(fact.name)\(padding)  \(fact.value)")
        }
        lines = lines.map(\.onSingleLine)
        if !costs.isEmpty { lines += ["", CircuitCost.table(costs).rendered()] }
        return lines.joined(separator: "\n").trimmingCharacters(in: .newlines)
    }
}

extension UInt8 {
    fileprivate var isWhitespace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
