import Espalier
import Foundation
import Testing

/// `espalier tune` and `espalier sweep` as a stranger uses them.
@Suite struct SearchCommandTests {
    let tool: CommandLineTool
    let directory: ScratchDirectory
    /// Most digits are held out, so that little is trained on.
    private let digits = ["--data", "digits", "--validation", "11400"]

    init() throws {
        tool = try #require(CommandLineTool(), "the product espalier stands beside the tests")
        directory = try ScratchDirectory()
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func grid(_ text: String) throws -> String { try directory.write(text.utf8, "grid.json") }

    @Test func sweepsGoOn() throws {
        let grid = try grid(
            """
            {"hidden": [2, 4], "sparsity": 0, "epochs": 1, "roundedEpochs": 1, "windowBits": [5, 7]}
            """)
        let arguments = ["sweep", grid, "--weights", "committed", "-o", directory("sweep")] + digits
        let outcome = try tool.run(arguments + ["--json"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let result = try object(outcome.output)
        #expect(result["trials"] as? Int == 4 && result["directory"] as? String == directory("sweep"))
        let rows = try #require(result["rows"] as? [[String: Any]])
        let best = try #require(rows.first?["trial"] as? String)
        let network = try IntegerNetwork(contentsOf: directory("sweep/networks/\(best).int.onnx"))
        let circuit = try network.compiled(
            CompileOptions(weights: .committed), over: BN254Fields.Scalar.self
        ).circuit
        #expect(rows.first?["constraints"] as? Int == circuit.constraintCount)
        let journal = try ArtifactFile.read(directory("sweep/trials.jsonl"))
        #expect(try tool.run(arguments + ["--json"]).output == outcome.output)
        #expect(try ArtifactFile.read(directory("sweep/trials.jsonl")) == journal)
        let text = try tool.run(arguments)
        #expect(text.status == 0 && text.output.contains("4 trials") && text.output.contains(best))
        // Another setting in the same place is refused, and nothing is touched.
        let before = try directory.search("sweep")
        let other = try tool.run(arguments + ["--seed", "2"])
        #expect(other.status == 1 && other.output.isEmpty && other.complaints.count == 1)
        #expect(other.complaints[0].contains("another run is kept here"))
        #expect(try directory.search("sweep") == before)
    }

    @Test func tuningReachesItsTarget() throws {
        let arguments =
            [
                "tune", "--target-accuracy", "0.2,1", "--max-constraints", "5000", "--brackets", "1",
                "--candidates", "2", "--json", "-o", directory("tune"),
            ] + digits
        let outcome = try tool.run(arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let rows = try #require(try object(outcome.output)["rows"] as? [[String: Any]])
        #expect(rows.flatMap { $0["targets"] as? [String] ?? [] }.contains("≤ 5,000 constraints"))
        #expect(try tool.run(arguments).output == outcome.output)
        let report = String(decoding: try ArtifactFile.read(directory("tune/report.json")), as: UTF8.self)
        let command = try #require(try object(report)["command"] as? String)
        #expect(command.hasPrefix("espalier tune --target-accuracy 0.2,1 --max-constraints 5000 "))
        let table = CSVReader(
            String(decoding: try ArtifactFile.read(directory("tune/chosen.csv")), as: UTF8.self))
        #expect(table.isWellFormed && table.column("trial") == rows.compactMap { $0["trial"] as? String })
        #expect(table.column("search")?.allSatisfy { $0 == command } == true)
        // The command of the report goes on in the same directory.
        let words = command.split(separator: " ").dropFirst().map(String.init)
        #expect(try tool.run(words + ["--json", "-o", directory("tune")]).output == outcome.output)
    }

    @Test(arguments: [
        ["tune", "--target-accuracy", "1.5"], ["tune", "--target-accuracy", "high"],
        ["tune", "--target-accuracy", "0.9,,0.95"], ["tune", "--target-accuracy", ""],
        ["tune", "--target-accuracy", "nan"], ["tune", "--max-constraints", "0"],
        ["tune", "--max-constraints", "1.5"], ["tune", "--max-constraints", "100,"],
        ["tune", "--brackets", "0"], ["tune", "--candidates", "10001"], ["tune", "--minutes", "0"],
        ["tune", "--minutes", "inf"], ["tune", "--minutes", "nan"], ["tune", "--activation", "tanh"],
        ["tune", "--validation", "0"], ["tune", "--seeds", "0"], ["tune", "--weights", "secret"],
        ["sweep"], ["sweep", "grid.json", "--seeds", "101"], ["sweep", "grid.json", "--validation", "-1"],
        ["train", "--learning-rate", "1e-60"],
        ["prune", "x.onnx", "--sparsity", "0.5", "--schedule", "steep"],
        ["prune", "x.onnx", "--sparsity", "0.5", "--granularity", "row"],
        ["prune", "x.onnx", "--sparsity", "0.5", "--layers", ","],
        ["prune", "x.onnx", "--sparsity", "0.5", "--layers", "layer1", "--per-layer"],
        ["prune", "x.onnx", "--sparsity", "0.5", "--granularity", "block", "--block-rows", "1"],
        ["prune", "x.onnx", "--sparsity", "0.5", "--one-shot", "--criterion", "movement"],
        ["prune", "x.onnx", "--sparsity", "0.5", "--one-shot", "--rewind", "y.onnx"],
        ["prune", "x.onnx", "--sparsity", "0.5", "--steps", "0"], ["prune", "x.onnx", "--sparsity", "nan"],
    ])
    func wrongArgumentsAreExplained(arguments: [String]) throws {
        let outcome = try tool.run(arguments)
        #expect(outcome.status == 64 && outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("Error: "))
    }

    @Test func whatDoesNotFitGetsOneSentenceAndLeavesNothing() throws {
        let file = try directory.write("x".utf8, "file")
        let good = try grid("{}")
        let flawed = try directory.write(#"{"shift": 9}"#.utf8, "flawed.json")
        let broken = try directory.write("{".utf8, "broken.json")
        let before = directory.names
        let out = ["-o", directory("out")] + digits
        for (grid, words) in [
            (directory("none"), "no such file"), (broken, "JSON object"), (flawed, "shift takes 0 … 8"),
            (directory.path, "is a directory"),
        ] {
            try expectComplaint(["sweep", grid] + out, words, grid)
        }
        try expectComplaint(["sweep", good, "-o", file + "/x"] + digits, file)
        try expectComplaint(["tune", "-o", file + "/x"] + digits, file)
        try expectComplaint(["tune", "--data", "no such set", "-o", file + "/x"], file)
        let tooMany = ["--data", "digits", "--validation", "12000"]
        try expectComplaint(["tune", "-o", directory("many")] + tooMany, "leave nothing of 12000")
        try expectComplaint(["tune", "-o", directory("many"), "--data", "none"], "no data set")
        try expectComplaint(
            ["transfer", "-o", directory("many"), "--from", "digits", "--to", "none"], "no data set")
        #expect(directory.names == before)
    }

    /// What `prune` prunes by, and what it refuses.
    @Test func prunesAsItIsTold() throws {
        let network = directory("n.onnx")
        let training = try tool.run(
            ["train", "--hidden", "6", "--skip", "--epochs", "1", "-o", network] + digits)
        #expect(training.status == 0, "\(training.errors)")
        func pruned(_ arguments: String...) throws -> Network {
            let outcome = try tool.run(
                ["prune", network, "-o", directory("p.onnx"), "--epochs", "1", "--step-epochs", "1"]
                    + arguments
                    + digits)
            #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
            return try Network(contentsOf: directory("p.onnx"))
        }
        let skip = try pruned("--sparsity", "1", "--layers", "skip")
        #expect(skip.parameters["skip.weight"]!.survivingCount == 0)
        #expect(skip.parameters["layer1.weight"]!.survivingCount == 784 * 6)
        // Nothing of that layer is left, and the rest was trained on.
        #expect(
            try skip.parameters["layer1.weight"] != Network(contentsOf: network).parameters["layer1.weight"])
        let pixels = try pruned("--sparsity", "0.5", "--granularity", "pixel", "--criterion", "movement")
        let mask = try #require(pixels.parameters["layer1.weight"]?.mask)
        let removed = (0..<784).filter { !mask[$0] }
        #expect(removed.count == 392)
        for name in ["layer1.weight", "skip.weight"] {
            let mask = try #require(pixels.parameters[name]?.mask)
            for index in mask.indices { #expect(mask[index] == !removed.contains(index % 784)) }
        }
        let layers = try pruned("--sparsity", "0.75", "--per-layer", "--schedule", "iterative")
        for (name, count) in [("layer1", 4704), ("layer2", 60), ("skip", 7840)] {
            #expect(layers.parameters[name + ".weight"]!.survivingCount == count / 4)
        }
        let before = directory.names
        let out = ["--sparsity", "0.5", "-o", directory("x.onnx")] + digits
        try expectComplaint(["prune", network, "--layers", "layer7"] + out, "layer7", network)
        try expectComplaint(
            ["prune", network, "--granularity", "neuron", "--layers", "layer1"] + out, "no weights")
        let early = directory("early.onnx")
        let other = try tool.run(["train", "--hidden", "7", "--epochs", "1", "-o", early] + digits)
        #expect(other.status == 0)
        try expectComplaint(["prune", network, "--rewind", early] + out, early)
        #expect(directory.names == (before + ["early.onnx"]).sorted())
    }

    private func expectComplaint(
        _ arguments: [String], _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let outcome = try tool.run(arguments)
        #expect(outcome.status == 1, "\(arguments)", sourceLocation: sourceLocation)
        #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
        #expect(outcome.complaints.count == 1, "\(outcome.errors)", sourceLocation: sourceLocation)
        for word in words {
            #expect(
                outcome.complaints.first?.contains(word) == true, "\(outcome.errors)",
                sourceLocation: sourceLocation)
        }
    }
}
