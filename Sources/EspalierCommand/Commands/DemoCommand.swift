import ArgumentParser
import Espalier

/// `espalier demo`: everything at once.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Train, prune, compile, prove and verify, from end to end.",
        discussion: """
            Takes about three minutes on two cores and leaves networks, circuit, keys, proof and \
            report.html in a directory.

            EXAMPLES
              espalier demo
              espalier demo --data digits --epochs 3 --directory /tmp/espalier
              espalier demo --curve bls12-381
            """)

    @OptionGroup var data: DatasetOptions

    @OptionGroup var curve: CurveOption

    @Option(help: "Where the files go.")
    var directory = "espalier-demo"

    @Option(help: "Seed of weights and order of images.")
    var seed: UInt64 = 1

    @Option(help: "Passes over the training images (default: \(TrainingOptions.default.epochs)).")
    var epochs: Int?

    @Option(name: .customLong("test-image"), help: "The test image that the proof is about.")
    var testImage = 0

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard (1...10_000).contains(epochs ?? 1) else { throw ValidationError("--epochs takes 1 … 10000") }
        guard testImage >= 0 else { throw ValidationError("--test-image takes 0, 1, …") }
    }

    func run() throws {
        var options = Demonstration.Options()
        options.dataset = data.name
        options.dataDirectory = data.directory
        options.cache = data.cache
        options.directory = directory
        options.seed = seed
        options.curve = curve.name
        options.testImage = testImage
        if let epochs { options.training.epochs = epochs }
        options.command = "espalier demo" + (CommandLine.arguments.dropFirst(2).map { " " + $0 }.joined())
        let demonstration = Demonstration(options, progress: speech.progress, notice: Terminal.notify)
        let report = try demonstration.run()
        try speech.report(report) {
            report.text() + "\nThe files are in \(directory)/, for people: \(directory)/report.html"
        }
    }
}
