import ArgumentParser

/// `espalier certify`: how good is the registered model?
struct CertifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certify",
        abstract: "Prove how many test images a registered model gets right, and check such certificates.",
        discussion: """
            A certificate holds a proof of the answer on each of N public test images, all under one \
            registration (model register). Which images: either all test images, or N that are drawn by a hash of \
            the registration, so that nobody knew them before the model was registered. Since an owner could \
            register again and again until the draw is kind, a client does best to send a challenge, any text, \
            after she has seen the registration; see Documentation/AccuracyCertificates.md.

            A client checks the certificate with her own copy of the data set.

            EXAMPLES
              espalier certify pruned.int.onnx --data mnist --count 1000 --challenge "Berlin, 4 March"
              espalier certify verify accuracy.certificate --key pruned.vkey.json \\
                --model pruned.registration --data mnist --count 1000 --challenge "Berlin, 4 March" \\
                --allow-development
            """,
        subcommands: [CertifyMakeCommand.self, CertifyVerifyCommand.self],
        defaultSubcommand: CertifyMakeCommand.self)
}
