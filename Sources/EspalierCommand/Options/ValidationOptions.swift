import ArgumentParser
import Espalier

/// Which images accuracy is measured on.
struct ValidationOptions: ParsableArguments {
    @Option(
        name: .customLong("validation"),
        help: """
            Hold out this many random training images, the same in every verb, and measure accuracy on \
            them: to choose by. Without it accuracy is the test images'.
            """)
    var count: Int?

    func validate() throws {
        guard (count ?? 1) > 0 else {
            throw ValidationError("--validation takes a positive number of images")
        }
    }

    /// What the images of `measured(_:)` are called.
    var kind: String { count == nil ? "test" : "validation" }

    /// The data set, with the held-out images in place of its test images where they are asked for.
    func measured(_ dataset: Dataset) throws -> Dataset {
        guard let count else { return dataset }
        guard count < dataset.train.count else {
            throw FileError(
                .mismatch(
                    reason: "--validation \(count) leaves nothing of \(dataset.train.count) training images"),
                path: dataset.name)
        }
        return dataset.validating(on: count)
    }
}
