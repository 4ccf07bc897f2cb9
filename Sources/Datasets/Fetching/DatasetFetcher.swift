import Foundation
import NeuralNetworks

/// Finds the files of one catalogue entry: in the user's directory, in the cache, then at the entry's
/// sources, and keeps what it fetched in the cache.
struct DatasetFetcher {
    let entry: CatalogEntry
    /// The cache's directory for this entry.
    let cache: String
    let userDirectory: String?
    let progress: (FetchEvent) -> Void

    private var found: [String: [UInt8]] = [:]
    private var origins: [String] = []
    private var attempts: [FetchAttempt] = []

    init(
        entry: CatalogEntry, cache: String, userDirectory: String?,
        progress: @escaping (FetchEvent) -> Void
    ) {
        self.entry = entry
        self.cache = cache
        self.userDirectory = userDirectory
        self.progress = progress
    }

    mutating func fetch() throws(DatasetError) -> Dataset {
        let scratch = NSTemporaryDirectory() + "/espalier-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: scratch) }

        let local = [userDirectory, cache].compactMap { $0 }.map(DatasetSource.directory)
        for (index, source) in (local + entry.sources).enumerated() where found.count < entry.files.count {
            let place = "\(scratch)/\(index)"
            do {
                try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
            } catch {
                throw DatasetError(.unwritable, file: place)
            }
            search(source, scratch: place, keep: index >= local.count)
        }
        guard found.count == entry.files.count else {
            throw DatasetError(.unavailable(attempts), file: entry.name)
        }
        return try assemble()
    }

    /// Takes every missing file that the source has with the right checksum.
    private mutating func search(_ source: DatasetSource, scratch: String, keep: Bool) {
        progress(.trying(source: source.description))
        let missing = entry.files.filter { found[$0.name] == nil }
        let directory: String
        do {
            directory = try source.gather(missing, scratch: scratch)
        } catch {
            fail(source, error.description)
            return
        }
        let wanted = Set(missing.flatMap(\.spellings))
        let candidates = DirectorySearch.files(below: directory, where: wanted.contains)
        guard !candidates.isEmpty else {
            fail(source, "has none of the files")
            return
        }
        for file in missing {
            var reason = "has no \(file.name)"
            for path in candidates where found[file.name] == nil && file.isCalled(path) {
                do {
                    let bytes = try VerifiedFile(path: path, expected: file, scratch: scratch).bytes
                    found[file.name] = bytes
                    progress(.got(file: file.name, source: source.description))
                    if keep { store(bytes, of: file) }
                } catch {
                    reason = error.description
                }
            }
            if found[file.name] == nil {
                fail(source, reason)
            } else if origins.last != source.description {
                origins.append(source.description)
            }
        }
    }

    private mutating func fail(_ source: DatasetSource, _ reason: String) {
        progress(.failed(source: source.description, reason: reason))
        // One reason per source: the first one says what is wrong.
        guard attempts.last?.source != source.description else { return }
        attempts.append(FetchAttempt(source: source.description, reason: reason))
    }

    /// Writes under a temporary name first, so that the cache never holds half a file.
    private func store(_ bytes: [UInt8], of file: CatalogEntry.File) {
        let target = "\(cache)/\(file.name)"
        let temporary = "\(cache)/.\(file.name).\(UUID().uuidString)"
        do {
            try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
            try Data(bytes).write(to: URL(fileURLWithPath: temporary))
            if rename(temporary, target) != 0 { throw CocoaError(.fileWriteUnknown) }
        } catch {
            try? FileManager.default.removeItem(atPath: temporary)
            progress(.notKept(file: file.name, reason: "\(cache) cannot be written"))
        }
    }

    private func assemble() throws(DatasetError) -> Dataset {
        let train = try images(entry.trainImages, entry.trainLabels)
        let test = try images(entry.testImages, entry.testLabels)
        guard train.width == test.width, train.height == test.height else {
            throw DatasetError(.extentMismatch, file: entry.testImages.name)
        }
        return Dataset(
            name: entry.name, train: train, test: test, origin: origins.joined(separator: ", "))
    }

    private func images(
        _ images: CatalogEntry.File, _ labels: CatalogEntry.File
    ) throws(DatasetError) -> LabeledImages {
        try IDX.labeledImages(
            images: found[images.name] ?? [], file: images.name,
            labels: found[labels.name] ?? [], file: labels.name, classCount: entry.classCount)
    }
}
