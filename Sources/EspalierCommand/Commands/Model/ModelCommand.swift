import ArgumentParser

/// `espalier model`: hidden weights, bound once.
struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model",
        abstract: "Register a model whose weights stay hidden, and check registrations.",
        discussion: """
            The owner of a model compiles it with --weights committed, makes or takes a key, and registers the \
            model once. Clients check the registration once and pin its fingerprint: from then on every proof \
            is about that model. One key serves every model of the same architecture, mask and windows.

            EXAMPLE
              espalier compile pruned.int.onnx --weights committed --output pruned.r1cs
              espalier setup pruned.r1cs
              espalier model register pruned.int.onnx --label "ACME digits, March"
              espalier model shape pruned.int.onnx
              espalier model check pruned.registration --key pruned.vkey.json --shape pruned.shape.onnx
              espalier prove pruned.int.onnx --test-image 7
              espalier verify --key pruned.vkey.json --model pruned.registration --test-image 7 \\
                --allow-development
            """,
        subcommands: [ModelRegisterCommand.self, ModelShapeCommand.self, ModelCheckCommand.self])
}
