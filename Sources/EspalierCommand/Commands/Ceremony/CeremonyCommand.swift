import ArgumentParser

/// `espalier ceremony`: keys that nobody has to trust.
struct CeremonyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ceremony",
        abstract: "Make keys that nobody has to trust, together with others.",
        discussion: """
            Whoever makes a key alone could forge proofs with it. In a ceremony, each party multiplies the secrets \
            of the key by numbers of its own and forgets them: as long as one party was honest, nobody knows the \
            secrets. The first phase, powers of tau (.ptau), serves all circuits up to a size; the second makes the \
            key (.zkey) of one circuit. Files and transcripts are those of snarkjs: parties may use either tool, and \
            the .ptau files of public ceremonies do.

            EXAMPLE
              espalier ceremony new --power 12 --output powers0.ptau
              espalier ceremony contribute powers0.ptau --name Ada --output powers1.ptau
              espalier ceremony beacon powers1.ptau --value 00000000000000000001a7c8 --output powers2.ptau
              espalier ceremony prepare powers2.ptau --output powers.ptau
              espalier ceremony verify powers.ptau

              espalier ceremony new pruned.r1cs --powers powers.ptau --output pruned0.zkey
              espalier ceremony contribute pruned0.zkey --name Grace --output pruned1.zkey
              espalier ceremony beacon pruned1.zkey --value 00000000000000000002b1f0 --output pruned2.zkey
              espalier ceremony verify pruned2.zkey --circuit pruned.r1cs --powers powers.ptau
              espalier ceremony export pruned2.zkey --circuit pruned.r1cs --powers powers.ptau --output pruned
            """,
        subcommands: [
            CeremonyNewCommand.self, CeremonyContributeCommand.self, CeremonyBeaconCommand.self,
            CeremonyPrepareCommand.self, CeremonyVerifyCommand.self, CeremonyExportCommand.self,
        ])
}
