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

    /// Reads a file and says what it is; maps it where it is a proving key or powers of tau, which may
    /// be large.
    ///
    /// - Throws: `FileError` if it cannot be read, is of no kind that the project knows, or is damaged.
    public init(of path: String) throws {
        let curve = CurveName.forReading(path).curve
        do {
            // A pipe's bytes come only once: this one refuses what is no regular file.
            _ = try ArtifactFile.size(of: path)
            let file = try ArtifactFile.map(path)
            self =
                if file.starts(with: Array("zkey".utf8)) {
                    try Self.provingKey(file, path, on: curve)
                } else if file.starts(with: Array("ptau".utf8)) {
                    try Self.powersOfTau(file, path, on: curve)
                } else {
                    try Self.contents(ArtifactFile.read(path), path, on: curve)
                }
        } catch let error as FileError {
            throw error
        } catch let error as FormatError where error.code == .wrongField {
            throw FileError(decoding: path, as: "file", "", on: curve, error)
        } catch {
            throw FileError(.malformed(reason: ErrorSentence(error)?.text ?? "\(error)"), path: path)
        }
    }

    private static func contents<Curve: InterchangeCurve>(
        _ bytes: [UInt8], _ path: String, on curve: Curve.Type
    ) throws -> Inspection {
        let starts = { (text: String) in bytes.starts(with: Array(text.utf8)) }
        let firstCharacter = bytes.first { !$0.isWhitespace }
        return switch () {
        case _ where starts("r1cs"): try circuit(bytes, path, on: curve)
        case _ where starts("wtns"): try witness(bytes, path, on: curve)
        case _ where bytes.starts(with: [0x93] + Array("NUMPY".utf8)): try array(bytes, path)
        case _ where starts("P5") || starts("P2"): try image(bytes, path)
        case _ where bytes.starts(with: [0, 0, 8]): try idx(bytes, path)
        case _ where Commitment.of(bytes) != nil: try commitment(bytes, path)
        case _ where firstCharacter == UInt8(ascii: "{") || firstCharacter == UInt8(ascii: "["):
            try json(bytes, path, on: curve)
        default: try network(bytes, path)
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
