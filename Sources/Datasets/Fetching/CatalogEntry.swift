/// What is known of a data set that is fetched: its files and where they may be had.
package struct CatalogEntry: Hashable, Sendable {
    /// One file, as it is after unpacking.
    package struct File: Hashable, Sendable {
        /// The usual name, without `.gz`.
        package let name: String
        package let byteCount: Int
        /// SHA-256, 64 lower-case hexadecimal digits.
        package let checksum: String

        package init(_ name: String, byteCount: Int, checksum: String) {
            self.name = name
            self.byteCount = byteCount
            self.checksum = checksum
        }

        /// The names under which copies of the file go round.
        var spellings: [String] {
            let dotted = name.replacing("-idx", with: ".idx")
            return [name, dotted].flatMap { [$0, $0 + ".gz"] }
        }

        /// Whether the last part of a path is one of the file's names.
        func isCalled(_ path: String) -> Bool {
            spellings.contains { path.hasSuffix("/" + $0) }
        }
    }

    package let name: String
    package let classCount: Int
    package let trainImages: File
    package let trainLabels: File
    package let testImages: File
    package let testLabels: File
    /// In the order in which they are tried, after the user's directory and the cache.
    package let sources: [DatasetSource]

    package init(
        name: String, classCount: Int, trainImages: File, trainLabels: File, testImages: File,
        testLabels: File, sources: [DatasetSource]
    ) {
        self.name = name
        self.classCount = classCount
        self.trainImages = trainImages
        self.trainLabels = trainLabels
        self.testImages = testImages
        self.testLabels = testLabels
        self.sources = sources
    }

    var files: [File] { [trainImages, trainLabels, testImages, testLabels] }
}
