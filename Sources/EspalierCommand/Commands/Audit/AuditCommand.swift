import ArgumentParser
import Espalier

/// `espalier audit`: proofs about artifacts, that anybody can make again.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Prove of a circuit that nobody can answer in two ways.",
        discussion: "EXAMPLE\n  espalier audit circuit pruned.r1cs --network pruned.int.onnx",
        subcommands: [AuditCircuitCommand.self])
}
