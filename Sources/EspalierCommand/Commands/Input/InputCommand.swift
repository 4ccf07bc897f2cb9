import ArgumentParser

/// `espalier input`: private images, bound by their owner.
struct InputCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "input", abstract: "Commit to a private image, and check commitments.",
        discussion: """
            For circuits compiled with --input committed: a proof is then about the image that its owner has \
            committed to, and shows nothing of it.

            EXAMPLE
              espalier compile pruned.int.onnx --input committed --output pruned.r1cs
              espalier setup pruned.r1cs
              espalier input commit --key pruned.vkey.json --test-image 7 --output seven
              espalier prove pruned.int.onnx --test-image 7 --input-opening seven.input \\
                --input-commitment seven.commitment
              espalier verify --key pruned.vkey.json --input-commitment seven.commitment --allow-development
            """,
        subcommands: [InputCommitCommand.self, InputCheckCommand.self])
}
