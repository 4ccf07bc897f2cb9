import ArgumentParser
import Espalier
import Foundation

/// The command line: every verb is one arrow from data to a verified proof.
@main
struct EspalierTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "espalier",
        abstract: "Trains and prunes networks, and proves in zero knowledge what they answer.",
        discussion: """
            What pruning removes, the proof no longer pays for.

            The way of the data, each verb reading and writing files:
              data fetch → train → prune → quantize → compile → setup → prove → verify
            With hidden weights, model register comes before prove; with a hidden image, input commit.

            Keys of setup are for development; ceremony makes keys that nobody has to trust.

            To see it all at once: espalier demo
            """,
        version: "espalier 0.1.0",
        subcommands: [
            DataCommand.self, TrainCommand.self, PruneCommand.self, QuantizeCommand.self,
            CompileCommand.self, AuditCommand.self, SetupCommand.self, CeremonyCommand.self,
            ModelCommand.self, InputCommand.self, ProveCommand.self, VerifyCommand.self, CertifyCommand.self,
            ExportCommand.self, InspectCommand.self, DemoCommand.self, TuneCommand.self, SweepCommand.self,
            TransferCommand.self, ReproduceCommand.self, ExplainCommand.self, BenchCommand.self,
        ])

    static func main() {
        Interruption.watch()
        do {
            var command = try parseAsRoot()
            try BackendRequest.check()
            try command.run()
        } catch {
            let own = error as? any CommandError
            guard let text = own?.description ?? ErrorSentence(error)?.text else { exit(withError: error) }
            Terminal.complain(text)
            Foundation.exit(own?.exitCode ?? 1)
        }
    }
}
