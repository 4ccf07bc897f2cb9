import ArgumentParser
import Espalier

/// `espalier reproduce`: the paper's tables, as printed, by formula, and as sound circuits.
struct ReproduceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reproduce",
        abstract: "Reproduce the paper's tables, and count sound circuits beside them.",
        discussion: """
            Trains 784–128–ReLU–10, prunes 0, 50 and 100 % at once by global magnitude as the paper does, and \
            90 % with retraining as it does not, by single weights and in blocks. Prints Table 1 and Table 2 as printed, by the formula of the \
            circuit that was counted there, and from circuits that are compiled here: ZEN's encodings with every \
            remainder, quotient and digit checked, and Espalier's, with private, embedded and committed weights. \
            Each is compared with its network on test images, and audited.

            Takes a few minutes on two cores.

            EXAMPLES
              espalier reproduce
              espalier reproduce --csv tables.csv --json
              espalier reproduce --data digits --epochs 3 --check 20
            """)

    @OptionGroup var data: DatasetOptions

    @OptionGroup var curve: CurveOption

    @Option(help: "Seed of weights and order of images.")
    var seed: UInt64 = 1

    @Option(help: "Passes over the training images (default: \(TrainingOptions.default.epochs)).")
    var epochs: Int?

    @Option(
        name: .customLong("block-rows"), help: "Rows of a block, 2 … 65536, where pruning goes in blocks.")
    var blockRows = Reproduction.Options().blockRows

    @Option(name: .customLong("test-image"), help: "The test image on which positive neurons are counted.")
    var testImage = 0

    @Option(help: "Compare every circuit with its network on this many test images.")
    var check = 200

    @Option(help: "Write all counts to this file as comma-separated values, too.")
    var csv: String?

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard (1...10_000).contains(epochs ?? 1) else { throw ValidationError("--epochs takes 1 … 10000") }
        guard (2...65_536).contains(blockRows) else {
            throw ValidationError("--block-rows takes 2 … 65536")
        }
        guard testImage >= 0 else { throw ValidationError("--test-image takes 0, 1, …") }
        guard check > 0 else { throw ValidationError("--check takes a positive number of images") }
    }

    func run() throws {
        if let csv { try FileTransaction.requireWritable(csv) }
        var options = Reproduction.Options()
        options.dataset = data.name
        options.dataDirectory = data.directory
        options.cache = data.cache
        options.seed = seed
        options.curve = curve.name
        options.blockRows = blockRows
        options.testImage = testImage
        options.checkedImages = check
        if let epochs { options.training.epochs = epochs }
        let report = try Reproduction(options, progress: speech.progress).run()
        if let csv { try ArtifactFile.write(report.csv, to: csv) }
        try speech.report(report) {
            report.text() + (csv.map { "\n\($0)" } ?? "")
        }
    }
}
