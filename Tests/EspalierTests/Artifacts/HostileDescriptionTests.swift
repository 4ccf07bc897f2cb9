import Espalier
import Foundation
import Testing

/// A circuit's description is untrusted: it must not crash the tool, nor widen what a verifier accepts.
@Suite struct HostileDescriptionTests {
    /// What somebody writes into the file, and where.
    struct Change: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let apply: @Sendable (inout [String: Any]) -> Void

        init(_ name: String, _ apply: @escaping @Sendable (inout [String: Any]) -> Void) {
            testDescription = name
            self.apply = apply
        }
    }

    static let changes = [
        Change("counts that overflow") { $0["publicOutputs"] = Int.max },
        Change("a negative count") { $0["publicInputs"] = -1 },
        Change("one output less") { $0["publicOutputs"] = 9 },
        Change("one constraint less") { $0["constraints"] = ($0["constraints"] as? Int ?? 0) - 1 },
        Change("more wires") { $0["wires"] = Int.max },
        Change("extents that overflow") { $0["inputExtents"] = [Int.max, Int.max] },
        Change("no extents") { $0["inputExtents"] = [Int]() },
        Change("no classes") { $0["classCount"] = 0 },
        Change("a thousand bits") { $0["inputBits"] = 1000 },
        Change("runs that overflow") {
            $0["publicRanges"] = [
                ["count": Int.max, "lowest": "0", "highest": "1"],
                ["count": Int.max, "lowest": "0", "highest": "1"],
            ]
        },
        Change("wider pixels") {
            var runs = $0["publicRanges"] as? [[String: Any]] ?? []
            runs[runs.count - 1]["highest"] = "1000"
            $0["publicRanges"] = runs
        },
        Change("ranges upside down") {
            var runs = $0["publicRanges"] as? [[String: Any]] ?? []
            runs[0]["lowest"] = "99999999999999999999"
            $0["publicRanges"] = runs
        },
        Change("an outline without wires") { outline(of: &$0, "wires") { $0 = [] } },
        Change("an outline that overflows") { outline(of: &$0, "wires") { $0[0]["count"] = Int.max } },
        Change("an outline of negative length") { outline(of: &$0, "constraints") { $0[0]["count"] = -1 } },
        Change("a wire more") {
            outline(of: &$0, "wires") { $0[0]["count"] = ($0[0]["count"] as? Int ?? 0) + 1 }
        },
        Change("a given wire that is none") { outline(of: &$0, "wires") { $0[0]["given"] = true } },
        Change("a name that breaks the line") {
            outline(of: &$0, "constraints") { $0[0]["region"] = "relu1\naudited" }
        },
        Change("another input's visibility") {
            $0["options"] = ["weights": "embedded", "input": "private", "output": "logits"]
        },
    ]

    private static func outline(
        of object: inout [String: Any], _ list: String, _ change: (inout [[String: Any]]) -> Void
    ) {
        var outline = object["outline"] as? [String: Any] ?? [:]
        var runs = outline[list] as? [[String: Any]] ?? []
        change(&runs)
        outline[list] = runs
        object["outline"] = outline
    }

    @Test(arguments: changes) func isRefused(change: Change) throws {
        let small = try SmallPipeline.shared.get()
        let scratch = try ScratchDirectory()
        try scratch.write(try ArtifactFile.read(small.file.path), "copy.r1cs")
        let original = String(small.file.path.dropLast(5)) + ".circuit.json"
        _ = try scratch.rewrite(original, as: "copy.circuit.json") { change.apply(&$0) }
        #expect(throws: FileError.self) { _ = try CircuitFile<BN254>(contentsOf: scratch("copy.r1cs")) }
    }

    /// Logits may have any range as far as the file shows; who has the network sees the lie.
    @Test func widerLogitsAreSeenWhenProving() throws {
        let small = try SmallPipeline.shared.get()
        let scratch = try ScratchDirectory()
        try scratch.write(try ArtifactFile.read(small.file.path), "copy.r1cs")
        let original = String(small.file.path.dropLast(5)) + ".circuit.json"
        _ = try scratch.rewrite(original, as: "copy.circuit.json") { object in
            var runs = object["publicRanges"] as? [[String: Any]] ?? []
            runs[0]["highest"] = "85070591730234615865843651857942052864"
            object["publicRanges"] = runs
        }
        let file = try CircuitFile<BN254>(contentsOf: scratch("copy.r1cs"))
        #expect(throws: FileError.self) {
            _ = try file.recompiled(small.integerNetwork, from: "small.int.onnx")
        }
    }
}
