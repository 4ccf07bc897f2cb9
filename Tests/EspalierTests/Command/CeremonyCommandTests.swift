import Espalier
import Foundation
import Testing

/// `espalier ceremony`, on a circuit that is somebody else's: x · x = y with y public.
@Suite struct CeremonyCommandTests {
    typealias F = BN254.ScalarField

    let tool: CommandLineTool
    let directory: ScratchDirectory

    init() throws {
        tool = try #require(CommandLineTool(), "the product espalier stands beside the tests")
        directory = try ScratchDirectory()
        let square = Constraint<F>(
            LinearCombination(Wire(2)), LinearCombination(Wire(2)), LinearCombination(Wire(1)))
        let system = RankOneConstraintSystem(
            publicOutputCount: 1, publicInputCount: 0, wireCount: 3, constraints: [square])
        try ArtifactFile.write(R1CSFile(system).encoded(), to: directory("square.r1cs"))
    }

    /// Runs a verb of the ceremony that has to work.
    @discardableResult
    private func take(_ arguments: String...) throws -> String {
        let outcome = try tool.run(["ceremony"] + arguments + ["--quiet"])
        try #require(outcome.status == 0, "\(arguments): \(outcome.errors)")
        return outcome.output
    }

    private func makePowers() throws {
        try take("new", "--power", "2", "--output", directory("0.ptau"))
        try take("contribute", directory("0.ptau"), "--name", "Ada", "--output", directory("1.ptau"))
        try take("beacon", directory("1.ptau"), "--value", "0x0a0b", "--output", directory("2.ptau"))
        try take("prepare", directory("2.ptau"), "--output", directory("powers.ptau"))
    }

    private var basis: [String] {
        ["--circuit", directory("square.r1cs"), "--powers", directory("powers.ptau")]
    }

    @Test func aCeremonyEndsWithKeysThatAreAccepted() throws {
        try makePowers()
        let powers = try take("verify", directory("powers.ptau"))
        #expect(powers.contains("valid: powers of tau, 2 contributions\n  1 \"Ada\"\n    "))
        #expect(powers.contains("  2, the beacon 0a0b after 2^10 hashes\n"))
        let circuit = directory("square.r1cs")
        try take(
            "new", circuit, "--powers", directory("powers.ptau"), "--unaudited", "-o", directory("0.zkey"))
        let shown = try take(
            "contribute", directory("0.zkey"), "--name", "Grace", "-o", directory("1.zkey"))
        let hash = try #require(shown.split(separator: "\n").first { $0.hasPrefix("hash ") }).dropFirst(5)
        let outcome = try tool.run(["ceremony", "verify", directory("1.zkey")] + basis + ["-q"])
        #expect(outcome.status == 0 && outcome.output.contains(hash))
        #expect(outcome.output.contains("No beacon ends it"))
        let exported = try tool.run(
            ["ceremony", "export", directory("1.zkey")] + basis + ["--output", directory("square"), "-q"])
        #expect(exported.status == 0 && exported.errors.isEmpty)
        let key = try VerifyingKeyFile<BN254>(contentsOf: directory("square.vkey.json"))
        #expect(!key.isDevelopment)
        _ = try key.prepared()
        let provingKey = try ZKeyFile<BN254>(decoding: FileBytes(mapping: directory("square.zkey")))
        #expect(provingKey.contributions.count == 1)
        #expect(try tool("inspect", directory("square.zkey")).output.contains("contribution 1"))
        let inspected = try tool("inspect", directory("powers.ptau")).output
        #expect(inspected.contains("powers of tau (.ptau)") && inspected.contains("Ada"))
    }

    @Test func tamperedFilesAreRefusedAndNothingIsWritten() throws {
        try makePowers()
        try take(
            "new", directory("square.r1cs"), "--powers", directory("powers.ptau"), "--unaudited",
            "--output", directory("0.zkey"))
        let first = try tool.run(
            ["ceremony", "export", directory("0.zkey")] + basis + ["-o", directory("x")])
        #expect(first.status == 1)
        #expect(first.complaints.count == 1 && first.errors.contains("nobody has contributed"))
        try take("contribute", directory("0.zkey"), "--output", directory("1.zkey"))
        let other = try PowersOfTauFile<BN254>.beginning(power: 2)
            .contributing(.system(entropy: ""), name: "").prepared()
        try ArtifactFile.write(other.encoded(), to: directory("other.ptau"))
        let wrong = try tool(
            "ceremony", "export", directory("1.zkey"), "--circuit", directory("square.r1cs"), "--powers",
            directory("other.ptau"), "--output", directory("x"))
        #expect(wrong.status == 1 && wrong.errors.contains("the key is for another circuit"))
        try take("contribute", directory("1.zkey"), "--output", directory("2.zkey"))
        var key = try ZKeyFile<BN254>(decoding: FileBytes(mapping: directory("2.zkey")))
        key.contributions.removeLast()
        try ArtifactFile.write(key.encoded(), to: directory("removed.zkey"))
        let removed = try tool.run(["ceremony", "verify", directory("removed.zkey")] + basis)
        #expect(removed.status == 1 && removed.errors.contains("δ of the key is not the one"))
        for name in ["x.zkey", "x.vkey.json"] {
            #expect(!FileManager.default.fileExists(atPath: directory(name)))
        }
    }

    /// Powers that were checked before are not checked again, but somebody has to have made them.
    @Test func powersOfNobodyAreNotTrusted() throws {
        try take("new", "--power", "2", "--output", directory("0.ptau"))
        try take("prepare", directory("0.ptau"), "--output", directory("powers.ptau"))
        try take(
            "new", directory("square.r1cs"), "--powers", directory("powers.ptau"), "--unaudited",
            "--output", directory("0.zkey"))
        try take("contribute", directory("0.zkey"), "--output", directory("1.zkey"))
        let outcome = try tool.run(
            ["ceremony", "export", directory("1.zkey"), "--trust-powers", "-o", directory("x")] + basis)
        #expect(outcome.status == 1 && outcome.errors.contains("nobody has contributed"))
        #expect(!FileManager.default.fileExists(atPath: directory("x.vkey.json")))
        // Nor does a contribution make a ceremony of a key that one process made, nor export key a key to trust.
        try #require(
            tool("setup", directory("square.r1cs"), "--unaudited", "-o", directory("own")).status == 0)
        let own = try tool("ceremony", "contribute", directory("own.zkey"), "-o", directory("y.zkey"))
        #expect(own.status == 1 && own.errors.contains("this is a development key"))
        let exported = try tool(
            "export", "key", directory("1.zkey"), "--to", "snarkjs", "-o", directory("y.vkey.json"))
        #expect(exported.status == 1 && exported.errors.contains("anybody can forge"))
    }

    @Test func wrongUseIsExplained() throws {
        try makePowers()
        let circuit = directory("square.r1cs")
        let powers = directory("powers.ptau")
        let out = directory("out")
        let cases: [([String], Int32, String)] = [
            (["new", "-o", out], 64, "name a circuit for its key, or --power N"),
            (["new", circuit, "-o", out], 64, "name the prepared powers of tau"),
            (["new", "--power", "28", "-o", out], 1, "the power is between 1 and 27"),
            (["new", circuit, "--powers", powers, "-o", out], 1, "say --unaudited"),
            (
                ["new", circuit, "--powers", directory("2.ptau"), "--unaudited", "-o", out], 1,
                "are not prepared"
            ),
            (["new", circuit, "--powers", circuit, "--unaudited", "-o", out], 1, "no file of a ceremony"),
            (["contribute", circuit, "-o", out], 1, "no file of a ceremony"),
            (["contribute", powers, "-o", powers], 1, "name another output"),
            (["contribute", directory("none"), "-o", out], 1, "there is no such file"),
            (["beacon", powers, "--value", "0g", "-o", out], 64, "in hexadecimal"),
            (["beacon", powers, "--value", "abc", "-o", out], 64, "in hexadecimal"),
            (["beacon", powers, "--value", "ab", "--iterations", "9", "-o", out], 64, "between 10 and 63"),
            (["prepare", circuit, "-o", out], 1, "no file of a ceremony"),
            (["verify", powers, "--circuit", circuit], 64, "go with a key"),
            (["verify", directory("0.ptau")], 1, "nobody has contributed"),
        ]
        for (arguments, status, sentence) in cases {
            let outcome = try tool.run(["ceremony"] + arguments)
            #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
            #expect(outcome.errors.contains(sentence), "\(arguments): \(outcome.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: out))
        for verb in ["new", "contribute", "beacon", "prepare", "verify", "export"] {
            #expect(try tool("ceremony", verb, "--help").output.contains("EXAMPLE"))
        }
    }
}
