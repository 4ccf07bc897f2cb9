import ArgumentParser
import Espalier
import Foundation

/// `espalier tune`: the cheapest network for an accuracy, or the best for a price.
struct TuneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tune",
        abstract: "Search for the cheapest network of an accuracy, or the best of a price.",
        discussion: """
            Tries many ways to train, prune and round small networks, in brackets: the first gives a row of widths \
            all of their training, every other gives many recipes a quarter of it, and the best third of them the \
            rest. Every network is compiled, \
            and counted by its circuit. It is chosen by images that are held out of the training images; the \
            test images are looked at once, at the end.

            Without a target all of the frontier is returned. The directory of the search holds report.html, \
            points.csv, report.json and the networks; the same command goes on where it was interrupted, and a \
            larger --brackets goes further. The same command gives the same networks.

            EXAMPLES
              espalier tune --target-accuracy 0.97 --weights embedded
              espalier tune --target-accuracy 0.9516,0.97,0.98 --weights committed --seeds 3
              espalier tune --max-constraints 200 --activation relu --output small
              espalier tune --weights committed --input committed --brackets 20
              espalier tune --data digits --brackets 1 --candidates 3 --validation 300
            """)

    @Option(
        name: .customLong("target-accuracy"),
        help: "Reach this accuracy, 0 … 1, at the least price; several with commas.")
    var accuracies: String?

    @Option(
        name: .customLong("max-constraints"), help: "Pay at most so many constraints; several with commas.")
    var prices: String?

    @Option(help: "relu or square: what stands between the layers.")
    var activation = Activation.relu

    @OptionGroup var search: SearchArguments

    @Option(help: "How many brackets, 1 … 10000.")
    var brackets = Tuning.Options().brackets

    @Option(help: "Recipes that a bracket begins with, 1 … 10000.")
    var candidates = Tuning.Options().candidates

    @Option(
        help:
            "Begin no bracket after so many minutes; what is chosen is still made with all seeds.")
    var minutes: Double?

    @OptionGroup var speech: OutputOptions

    func validate() throws {
        guard (1...10_000).contains(brackets) else { throw ValidationError("--brackets takes 1 … 10000") }
        guard (1...10_000).contains(candidates) else { throw ValidationError("--candidates takes 1 … 10000") }
        // A year: more is no time that a clock can count to.
        guard (minutes ?? 1) > 0, (minutes ?? 1) <= 525_600 else {
            throw ValidationError("--minutes takes a number above 0, at most 525600")
        }
        _ = try targets()
    }

    private func targets() throws -> [SearchTarget] {
        var targets: [SearchTarget] = []
        for text in Self.entries(of: accuracies) {
            guard let accuracy = Double(text), (0...1).contains(accuracy) else {
                throw ValidationError("--target-accuracy takes numbers of 0 … 1, as in 0.95,0.97")
            }
            targets.append(.accuracy(accuracy))
        }
        for text in Self.entries(of: prices) {
            guard let price = Int(text), price > 0 else {
                throw ValidationError("--max-constraints takes positive numbers, as in 100,200")
            }
            targets.append(.constraints(price))
        }
        return targets
    }

    /// What stands between the commas; an empty entry is no number either.
    private static func entries(of list: String?) -> [Substring] {
        list?.split(separator: ",", omittingEmptySubsequences: false) ?? []
    }

    func run() throws {
        let directory = search.output ?? "espalier-tune"
        try FileTransaction.requireWritable("\(directory)/report.html")
        let dataset = try search.data.load(progress: speech.progress)
        let log = try TrialLog(search.setting, dataset: dataset, directory: directory)
        let tuning = Tuning(
            log, in: SearchSpace(search.setting.options, activation: activation, images: dataset.test),
            Tuning.Options(
                brackets: brackets, candidates: candidates, targets: try targets(), seeds: search.seeds),
            progress: speech.progress)
        let title = "Small networks for \(dataset.name)"
        // What repeats the search is as many brackets as there was time for.
        var done = 0
        let chosen = try tuning.run(until: minutes.map { ContinuousClock.now + .seconds($0 * 60) }) {
            done = $0
            try SearchReport(log, chosen: [], title: title, command: command(brackets: done))
                .write(to: directory)
        }
        try SearchResult.report(
            log, chosen, title: title, command: command(brackets: done), directory: directory, speech)
    }

    private func command(brackets: Int) -> String {
        "espalier tune" + (accuracies.map { " --target-accuracy \($0)" } ?? "")
            + (prices.map { " --max-constraints \($0)" } ?? "")
            + " --activation \(activation.rawValue) \(search.words) --brackets \(brackets)"
            + " --candidates \(candidates)"
    }
}
