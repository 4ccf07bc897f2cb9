import ArgumentParser
import Espalier

/// Which image a proof is about.
struct ImageOptions: ParsableArguments {
    @Option(help: "A PGM image or a .npy array of the pixels.")
    var image: String?

    @Option(name: .customLong("test-image"), help: "The test image of this index, 0, 1, … of --data.")
    var testImage: Int?

    @OptionGroup var data: DatasetOptions

    func validate() throws {
        if image != nil, testImage != nil { throw ValidationError("give --image or --test-image, not both") }
    }

    /// What the image is called in messages; nil where none was named.
    var name: String? { image ?? testImage.map { "test image \($0) of \(data.name)" } }

    /// These options again, for a command that comes next.
    var arguments: String {
        if let image { return " --image \(FileName.quoted(image))" }
        return testImage.map { " --test-image \($0)\(data.arguments)" } ?? ""
    }

    /// The image that was named, or nil where none was.
    func load(progress: @escaping ProgressHandler) throws -> ImageInput? {
        if let image { return try ImageInput(contentsOf: image) }
        guard let testImage else { return nil }
        return try ImageInput(try data.load(progress: progress).test, at: testImage)
    }
}
