import ArgumentParser
import Espalier
import Foundation

/// `espalier sweep`: every network of a grid.
struct SweepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep", abstract: "Try every combination of choices that a file lists.",
        discussion: """
            The file is a JSON object: for each choice a value or a list of values. What it does not name is as in \
            the standard recipe:
            \(standardRecipe)

            Every network is compiled, and counted by its circuit. The directory of the sweep holds report.html, \
            points.csv, report.json and the networks; the same command goes on where it was interrupted.

            EXAMPLES
              echo '{"hidden": [8, 12, 16], "windowBits": [7, 8], "sparsity": [0, 0.4]}' > grid.json
              espalier sweep grid.json --output sweep
              espalier sweep grid.json --weights committed --seeds 3
            """)

    /// The standard recipe as such a file.
    private static var standardRecipe: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return (try? encoder.encode(Recipe.standard)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    @Argument(help: "The grid (JSON).")
    var grid: String

    @OptionGroup var search: SearchArguments

    @OptionGroup var speech: OutputOptions

    func run() throws {
        let directory = search.output ?? "espalier-sweep"
        let recipes = try FileError.naming(grid) { try RecipeGrid(json: try ArtifactFile.read(grid)) }
        let dataset = try search.data.load(progress: speech.progress)
        try FileError.naming(grid) { try recipes.requireFit(to: dataset.test) }
        try FileTransaction.requireWritable("\(directory)/report.html")
        let log = try TrialLog(search.setting, dataset: dataset, directory: directory)
        let sweep = try FileError.naming(grid) {
            try Sweep(log, over: recipes, seeds: search.seeds, progress: speech.progress)
        }
        let command = "espalier sweep \(FileName.quoted(grid)) \(search.words)"
        try SearchResult.report(
            log, try sweep.run(), title: "A sweep of networks for \(dataset.name)", command: command,
            directory: directory, speech)
    }
}
