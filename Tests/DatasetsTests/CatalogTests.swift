import Datasets
import Testing

@Suite struct CatalogTests {
    let small = SmallDataset()

    @Test func takesTheUsersDirectoryFirst() throws {
        let (cache, user) = (try TemporaryDirectory(), try TemporaryDirectory())
        try small.write(to: user)
        let dataset = try small.catalog(cache: cache).load(SmallDataset.name, from: user.path)
        #expect(dataset.train.count == 4 && dataset.test.count == 1)
        #expect(dataset.train.width == 3 && dataset.train.height == 2)
        #expect(Array(dataset.train[1]) == [6, 7, 8, 9, 10, 11])
        #expect(dataset.train.labels == [0, 1, 2, 1])
        #expect(dataset.origin == user.path)
        #expect(cache.names.isEmpty)
    }

    @Test func keepsWhatItFetchedAndTakesItFromTheCacheNextTime() throws {
        let (cache, source) = (try TemporaryDirectory(), try TemporaryDirectory())
        try small.write(to: source)
        let first = try small.catalog(cache: cache, sources: [.directory(source.path)])
            .load(SmallDataset.name)
        for (name, bytes) in small.files { #expect(cache.read("small/\(name)") == bytes) }

        var events: [FetchEvent] = []
        let second = try small.catalog(cache: cache).load(SmallDataset.name) { events.append($0) }
        #expect(second.train == first.train && second.test == first.test)
        #expect(second.origin == "\(cache.path)/small")
        #expect(events.count == 5)
    }

    @Test(arguments: [true, false])
    func noticesADamagedFileInTheCache(isTruncated: Bool) throws {
        let (cache, source) = (try TemporaryDirectory(), try TemporaryDirectory())
        try small.write(to: source)
        try small.write(to: cache, below: "small")
        let name = SmallDataset.names[2]
        let good = try #require(small.files[name])
        var bad = good
        if isTruncated { bad.removeLast() } else { bad[20] ^= 1 }
        try cache.write(bad, "small/\(name)")

        var failures: [String] = []
        let dataset = try small.catalog(cache: cache, sources: [.directory(source.path)])
            .load(SmallDataset.name) {
                if case .failed(_, let reason) = $0 { failures.append(reason) }
            }
        #expect(dataset.test.pixels == Array(good[16...]))
        #expect(failures.count == 1)
        #expect(failures[0].contains("small/\(name)"))
        #expect(failures[0].contains(isTruncated ? "truncated" : "checksum"))
        #expect(cache.read("small/\(name)") == good)
    }

    @Test func unpacksAndFindsOtherSpellingsBelowADirectory() throws {
        let (cache, user) = (try TemporaryDirectory(), try TemporaryDirectory())
        try small.write(to: user, below: "raw")
        try user.pack("raw/\(SmallDataset.names[0])")
        let labels = try #require(small.files[SmallDataset.names[1]])
        try user.write([1, 2, 3], "raw/\(SmallDataset.names[1])")
        try user.write(labels, "raw/deeper/train-labels.idx1-ubyte")
        try user.write([1, 2, 3], "raw/._\(SmallDataset.names[3])")
        let dataset = try small.catalog(cache: cache).load(SmallDataset.name, from: user.path)
        #expect(dataset.train.labels == [0, 1, 2, 1])
    }

    @Test func refusesAPackedFileThatUnpacksToMore() throws {
        let (cache, user) = (try TemporaryDirectory(), try TemporaryDirectory())
        try small.write(to: user)
        try user.write([UInt8](repeating: 0, count: 1_000_000), SmallDataset.names[0])
        try user.pack(SmallDataset.names[0])
        #expect(throws: DatasetError.self) {
            try small.catalog(cache: cache).load(SmallDataset.name, from: user.path)
        }
    }

    @Test func saysEverythingThatWasTried() throws {
        let (cache, user) = (try TemporaryDirectory(), try TemporaryDirectory())
        try user.write([1, 2, 3], SmallDataset.names[0] + ".gz")
        let catalog = small.catalog(cache: cache, sources: [.directory("/nowhere/at/all")])
        let error = #expect(throws: DatasetError.self) {
            try catalog.load(SmallDataset.name, from: user.path)
        }
        guard case .unavailable(let attempts) = error?.code else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
        #expect(attempts.map(\.source) == [user.path, "\(cache.path)/small", "/nowhere/at/all"])
        #expect(attempts[0].reason.contains("gzip"))
        #expect(cache.names.isEmpty)
    }

    @Test func namesWhatItKnows() throws {
        let catalog = DatasetCatalog(cacheDirectory: "/nowhere")
        #expect(catalog.names == ["mnist", "fashion-mnist", "digits"])
        let error = #expect(throws: DatasetError.self) { try catalog.load("cifar") }
        #expect(error?.code == .unknownName(known: catalog.names))
    }

    @Test func findsItsCache() {
        func cache(_ argument: String?, _ environment: [String: String]) -> String {
            DatasetCatalog(cacheDirectory: argument, environment: environment, entries: []).cacheDirectory
        }
        let home = ["HOME": "/h"]
        #expect(cache(nil, home) == "/h/.cache/espalier")
        #expect(cache(nil, home.merging(["XDG_CACHE_HOME": "/x"]) { $1 }) == "/x/espalier")
        let all = home.merging(["XDG_CACHE_HOME": "/x", "ESPALIER_CACHE": "/e"]) { $1 }
        #expect(cache(nil, all) == "/e")
        #expect(cache("/a", all) == "/a")
        #expect(cache(nil, home.merging(["ESPALIER_CACHE": ""]) { $1 }) == "/h/.cache/espalier")
    }
}
