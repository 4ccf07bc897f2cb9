import Espalier
import Foundation
import Testing

/// `espalier audit circuit`, and the audit that `compile` makes.
@Suite struct AuditCommandTests {
    let tool: CommandLineTool
    let small: SmallPipeline
    let directory: ScratchDirectory

    init() throws {
        tool = try #require(CommandLineTool(), "the product espalier stands beside the tests")
        small = try SmallPipeline.shared.get()
        directory = try ScratchDirectory()
    }

    private var network: String { small.directory("small.int.onnx") }
    private var circuit: String { small.file.path }

    @Test func compileSaysWhatItProved() throws {
        let outcome = try tool.run(["compile", network, "-o", directory("x.r1cs")])
        let wires = small.circuit.circuit.system.wireCount - 1 - 784
        let grouped =
            wires < 1000 ? "\(wires)" : "\(wires / 1000),\(String("\(wires % 1000 + 1000)".dropFirst()))"
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("audited: at most one witness (\(grouped) wires derived)\n"))
        let json = try object(tool.run(["compile", network, "-o", directory("x.r1cs"), "--json"]).output)
        let audit = try #require(json["audit"] as? [String: Any])
        #expect(audit["deterministic"] as? Bool == true)
        #expect(audit["given"] as? Int == 784 && audit["derived"] as? Int == wires)
    }

    @Test(arguments: ["embedded", "private"], ["public", "private"])
    func compiledCircuitsPassAgain(weights: String, input: String) throws {
        let path = directory("x.r1cs")
        let compiled = try tool.run(["compile", network, "--weights", weights, "--input", input, "-o", path])
        #expect(compiled.status == 0)
        let outcome = try tool.run(["audit", "circuit", path])
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(outcome.output.contains("audited: at most one witness"))
        #expect(outcome.output.contains("which nobody vouches for"))
        #expect(outcome.output.contains("no private wire") == (weights == "embedded" && input == "public"))
        #expect(outcome.output.contains("784 private wires “value” of input") == (input == "private"))
        #expect(outcome.output.contains("private wires “weight” of ") == (weights == "private"))
        let compared = try object(
            tool.run(["audit", "circuit", path, "--network", network, "--json"]).output)
        #expect(compared["deterministic"] as? Bool == true && compared["basis"] as? String == "network")
        let regions = try #require(compared["regions"] as? [[String: Any]])
        let constraints = regions.reduce(0) { $0 + ($1["constraints"] as? Int ?? 0) }
        #expect(constraints == compared["constraints"] as? Int)
    }

    /// What is read back from the files is what was audited, name by name.
    @Test func filesSayWhatTheCompilerSays() throws {
        let file = try CircuitFile<BN254>(contentsOf: circuit)
        let (read, compiled) = (file.determinismAudit, small.circuit.compiled.determinismAudit)
        #expect(read.base == compiled.base && read.outputRanges == compiled.outputRanges)
        #expect(read.run() == compiled.run())
        #expect(try small.circuit.audited().report == compiled.run())
    }

    @Test func aFreeWireIsNamed() throws {
        // Without the last product a neuron is free, and with it the output that took the place of one of its bits.
        let system = small.circuit.circuit.system.removingLast()
        let path = try write(system, "free")
        let free = DeterminismAudit(system).run().undetermined.filter { $0.wire.index > 10 }
        let outcome = try tool.run(["audit", "circuit", path])
        #expect(outcome.status == 1 && outcome.errors.isEmpty)
        #expect(outcome.output.contains("wires may not follow") && free.count > 1)
        #expect(outcome.output.contains("  \(try #require(free.first).name)\n"))
        #expect(outcome.output.contains("no description"))
        // With a description that fits, too, and in JSON.
        try describe("free") { object in
            object["constraints"] = (object["constraints"] as? Int ?? 0) - 1
            try change(&object, "constraints") { runs in
                runs[runs.count - 1]["count"] = (runs[runs.count - 1]["count"] as? Int ?? 0) - 1
            }
        }
        let json = try tool.run(["audit", "circuit", path, "--json", "--mutate"])
        #expect(json.status == 1)
        let result = try object(json.output)
        let names = try #require(result["firstUndetermined"] as? [String])
        #expect(result["deterministic"] as? Bool == false)
        #expect(try #require(result["undetermined"] as? Int) >= names.count)
        #expect(names.first == small.circuit.circuit.name(of: free[0].wire))
        #expect(result["mutations"] == nil)
        // Nobody gets a key for it.
        try expectNoKey(path, named: "free")
    }

    /// Logits share an equation: in a wider range another value would fit it.
    @Test func widerRangesGetNoKey() throws {
        let path = try write(small.circuit.circuit.system, "wide")
        try describe("wide") { _ in }
        #expect(try tool.run(["audit", "circuit", path]).status == 0)
        try describe("wide") { object in
            var runs = try #require(object["publicRanges"] as? [[String: Any]])
            runs[0]["highest"] = "\(Int64(1) << 41)"
            object["publicRanges"] = runs
        }
        #expect(try tool.run(["audit", "circuit", path]).status == 1)
        try expectNoKey(path, named: "wide")
    }

    private func expectNoKey(_ path: String, named name: String) throws {
        let setup = try tool.run(["setup", path])
        #expect(setup.status == 1 && setup.output.isEmpty && setup.complaints.count == 1)
        #expect(setup.complaints[0].contains("\(name).r1cs: ") && setup.complaints[0].contains("no key"))
        #expect(!directory.names.contains { $0.hasSuffix(".zkey") || $0.hasSuffix(".vkey.json") })
    }

    /// Wires that a description calls given have to be those that its options name.
    @Test func aDescriptionCannotGiveAwayAdvice() throws {
        let system = small.circuit.circuit.system
        let path = try write(system, "forged")
        func forge(_ more: (inout [String: Any]) throws -> Void) throws {
            try describe("forged") { object in
                var count = 0
                try change(&object, "wires") { runs in
                    for index in runs.indices {
                        runs[index]["given"] = true
                        count += runs[index]["count"] as? Int ?? 0
                    }
                }
                object["privateInputs"] = count
                try more(&object)
            }
        }
        try forge { _ in }
        try expectComplaint(["audit", "circuit", path], about: "forged.circuit.json")
        // With private weights all the wires could be weights, as far as the file shows: they are listed.
        try forge { object in
            object["options"] = ["weights": "private", "input": "public", "output": "logits"]
        }
        let outcome = try tool.run(["audit", "circuit", path])
        #expect(outcome.status == 0)
        #expect(
            outcome.output.contains("private wires “bit” of ") && outcome.output.contains("nobody vouches"))
        try expectComplaint(["audit", "circuit", path, "--network", network], about: network)
        // An output cannot be given at all.
        try describe("forged") { object in
            object["publicOutputs"] = 9
            object["publicInputs"] = 785
        }
        try expectComplaint(["audit", "circuit", path], about: "forged.circuit.json")
    }

    @Test func filesThatCannotBeReadEndWithTwo() throws {
        let noise = try directory.write((0..<999).map { UInt8(truncatingIfNeeded: $0 * $0 * 7 + 3) }, "noise")
        let cut = try directory.write(try ArtifactFile.read(circuit).dropLast(9), "cut.r1cs")
        for file in [directory("none"), directory.path, noise, cut, network] {
            try expectComplaint(["audit", "circuit", file], about: file)
        }
        try expectComplaint(["audit", "circuit", circuit, "--network", noise], about: noise)
        try expectComplaint(["audit", "circuit", circuit, "--given-private"], about: "--given-private")
        let foreign = try write(small.circuit.circuit.system, "foreign")
        try expectComplaint(
            ["audit", "circuit", foreign, "--network", network], about: "foreign.circuit.json")
    }

    @Test(arguments: [
        ["audit", "circuit"], ["audit", "circuit", "x.r1cs", "--limit", "0"],
        ["audit", "circuit", "x.r1cs", "--mutate", "--seed", "-1"],
        ["audit", "circuit", "x.r1cs", "--network", "x.int.onnx", "--given-private"],
    ])
    func wrongArgumentsAreExplained(arguments: [String]) throws {
        let outcome = try tool.run(arguments)
        #expect(outcome.status == 64 && outcome.output.isEmpty)
    }

    /// y = w · x with a private w, as another compiler would write it.
    @Test(arguments: [CurveName.bn254, .bls12381]) func foreignCircuits(curve: CurveName) throws {
        let path = directory("foreign.r1cs")
        func write<Curve: InterchangeCurve>(_: Curve.Type) throws {
            let wires = (0..<4).map { LinearCombination<Curve.ScalarField>(Wire($0)) }
            let system = RankOneConstraintSystem(
                publicOutputCount: 1, publicInputCount: 1, wireCount: 4,
                constraints: [Constraint(wires[2], wires[3], wires[1])])
            try directory.write(R1CSFile(system, privateInputCount: 1).encoded(), "foreign.r1cs")
        }
        try curve == .bn254 ? write(BN254.self) : write(BLS12381.self)
        let refused = try tool.run(["audit", "circuit", path])
        #expect(refused.status == 1 && refused.output.contains("  wire[3]\n  output[0]\n"))
        let passes = try tool.run(["audit", "circuit", path, "--given-private"])
        #expect(passes.status == 0 && passes.output.contains("1 private wires “private input”"))
        #expect(passes.output.hasPrefix("\(curve)\n"))
    }

    @Test func deletionsAreNoticed() throws {
        let arguments = ["audit", "circuit", circuit, "--mutate", "--limit", "12", "--seed", "3", "--json"]
        let outcome = try tool.run(arguments)
        #expect(outcome.status == 0)
        let mutations = try #require(object(outcome.output)["mutations"] as? [String: Any])
        #expect(mutations["tried"] as? Int == 12 && mutations["noticed"] as? Int == 12)
        #expect(try tool.run(arguments).output == outcome.output)
        #expect(try tool.run(arguments + ["--quiet"]).errors.isEmpty)
    }

    /// A constraint that stands there twice: either one can go.
    @Test func anIdleConstraintEndsWithOne() throws {
        let wires = (0..<3).map { LinearCombination<BN254.ScalarField>(Wire($0)) }
        let copy = Constraint(wires[2], 1, wires[1])
        let refusal = Constraint(wires[2], wires[2] - 1, 0)
        let system = RankOneConstraintSystem(
            publicOutputCount: 1, publicInputCount: 1, wireCount: 3, constraints: [copy, refusal, copy])
        let outcome = try tool.run(["audit", "circuit", write(system, "idle"), "--mutate"])
        #expect(outcome.status == 1)
        #expect(
            outcome.output.contains("3 constraints deleted")
                && outcome.output.contains("2 constraints are idle"))
        #expect(outcome.output.contains("  constraint 0 of no region\n  constraint 2 of no region"))
    }

    // MARK: Files

    private func write(_ system: RankOneConstraintSystem<BN254.ScalarField>, _ name: String) throws -> String
    {
        try directory.write(R1CSFile(system).encoded(), "\(name).r1cs")
    }

    /// Writes the small circuit's description beside another circuit, changed.
    private func describe(_ name: String, _ change: (inout [String: Any]) throws -> Void) throws {
        let original = String(circuit.dropLast(5)) + ".circuit.json"
        let inspection = try object(tool.run(["inspect", directory("\(name).r1cs"), "--json"]).output)
        let facts = try #require(inspection["facts"] as? [[String: Any]])
        let hash = facts.first { ($0["name"] as? String)?.hasPrefix("SHA-256") == true }?["value"] as? String
        _ = try directory.rewrite(original, as: "\(name).circuit.json") { object in
            object["circuitSHA256"] = hash ?? small.file.description.circuitSHA256
            try change(&object)
        }
    }

    private func change(
        _ object: inout [String: Any], _ list: String, _ change: (inout [[String: Any]]) -> Void
    ) throws {
        var outline = try #require(object["outline"] as? [String: Any])
        var runs = try #require(outline[list] as? [[String: Any]])
        change(&runs)
        outline[list] = runs
        object["outline"] = outline
    }

    private func expectComplaint(
        _ arguments: [String], about words: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let outcome = try tool.run(arguments)
        #expect(outcome.status == 2, "\(arguments): \(outcome.errors)", sourceLocation: sourceLocation)
        #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
        #expect(outcome.complaints.count == 1, "\(outcome.errors)", sourceLocation: sourceLocation)
        #expect(
            outcome.complaints.first?.contains(words) == true, "\(outcome.errors)",
            sourceLocation: sourceLocation)
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}

extension RankOneConstraintSystem {
    fileprivate func removingLast() -> Self {
        var system = self
        system.constraints.removeLast()
        return system
    }
}
