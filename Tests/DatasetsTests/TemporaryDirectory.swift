import Crypto
import Datasets
import Foundation

/// A directory that is gone when the test is over.
final class TemporaryDirectory {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/espalier-tests-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ bytes: [UInt8], _ name: String) throws {
        let url = URL(fileURLWithPath: "\(path)/\(name)")
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func read(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(path)/\(name)").map(Array.init)
    }

    /// Packs a file with the stock gzip, which replaces it by `name.gz`.
    func pack(_ name: String) throws {
        try ChildProcess("gzip", ["\(path)/\(name)"], timeout: 10).run()
    }

    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
}

/// A data set of a few 3×2 images and the catalogue entry that knows it.
struct SmallDataset {
    static let name = "small"
    static let names = [
        "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte",
        "t10k-labels-idx1-ubyte",
    ]
    let files: [String: [UInt8]]

    init() {
        files = [
            Self.names[0]: [0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 2, 0, 0, 0, 3] + (0..<24).map(UInt8.init),
            Self.names[1]: [0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 2, 1],
            Self.names[2]: [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3] + (100..<106).map(UInt8.init),
            Self.names[3]: [0, 0, 8, 1, 0, 0, 0, 1, 2],
        ]
    }

    func catalog(cache: TemporaryDirectory, sources: [DatasetSource] = []) -> DatasetCatalog {
        let listed = Self.names.map { name in
            let checksum = SHA256.hash(data: files[name] ?? []).map { byte in
                String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
            }.joined()
            return CatalogEntry.File(name, byteCount: files[name]?.count ?? 0, checksum: checksum)
        }
        let entry = CatalogEntry(
            name: Self.name, classCount: 3, trainImages: listed[0], trainLabels: listed[1],
            testImages: listed[2], testLabels: listed[3], sources: sources)
        return DatasetCatalog(cacheDirectory: cache.path, environment: [:], entries: [entry])
    }

    func write(to directory: TemporaryDirectory, below folder: String = ".") throws {
        for (name, bytes) in files { try directory.write(bytes, "\(folder)/\(name)") }
    }
}
