import Espalier
import Testing

@Suite struct FileTransactionTests {
    let directory: ScratchDirectory

    init() throws { directory = try ScratchDirectory() }

    @Test func filesAppearTogether() throws {
        var files = FileTransaction()
        try files.add([1], to: directory("a"))
        try files.add([2], to: directory("below/b"))
        #expect(!directory.names.contains("a"))
        try files.commit()
        #expect(directory.names == ["a", "below"])
        #expect(try ArtifactFile.read(directory("below/b")) == [2])
    }

    @Test func withoutCommitNothingStaysAndOldFilesAreKept() throws {
        try directory.write([7], "a")
        func fail() throws {
            var files = FileTransaction()
            try files.add([1], to: directory("a"))
            try files.add([2], to: directory.path)
            try files.commit()
        }
        let error = #expect(throws: FileError.self) { try fail() }
        #expect(error == FileError(.isDirectory, path: directory.path))
        #expect(directory.names == ["a"])
        #expect(try ArtifactFile.read(directory("a")) == [7])
    }

    @Test func aFileInPieces() throws {
        let pieces: [[UInt8]] = [[1, 2], [], Array(repeating: 3, count: 3 << 20), [4]]
        var files = FileTransaction()
        try files.add(to: directory("a")) { sink throws(FileError) in
            for piece in pieces {
                try piece.withUnsafeBufferPointer { bytes throws(FileError) in
                    try sink(UnsafeRawBufferPointer(bytes))
                }
            }
        }
        #expect(!directory.names.contains("a"))
        try files.commit()
        #expect(try ArtifactFile.read(directory("a")) == pieces.flatMap { $0 })
    }

    @Test func aFailureBetweenPiecesLeavesNothing() throws {
        let reason = FileError(.empty, path: "x")
        func fail() throws {
            var files = FileTransaction()
            try files.add(to: directory("a")) { _ throws(FileError) in throw reason }
            try files.commit()
        }
        #expect(throws: reason) { try fail() }
        #expect(directory.names.isEmpty)
    }

    @Test func mappingNamesWhatIsWrong() throws {
        #expect(throws: FileError(.notFound, path: directory("none"))) {
            try ArtifactFile.map(directory("none"))
        }
        #expect(throws: FileError(.isDirectory, path: directory.path)) {
            try ArtifactFile.map(directory.path)
        }
        #expect(throws: FileError(.notRegular, path: "/dev/null")) { try ArtifactFile.map("/dev/null") }
        let empty = try directory.write([], "empty")
        #expect(throws: FileError(.empty, path: empty)) { try ArtifactFile.map(empty) }
        #expect(try Array(ArtifactFile.map(directory.write([1, 2], "two"))) == [1, 2])
    }

    @Test func aDeviceIsNeverReplaced() {
        #expect(throws: FileError(.notRegular, path: "/dev/null")) {
            try ArtifactFile.write([1], to: "/dev/null")
        }
        #expect(throws: FileError(.notRegular, path: "/dev/zero")) {
            try ArtifactFile.read("/dev/zero")
        }
    }

    @Test func aFileIsNoDirectory() throws {
        let path = try directory.write([1], "file") + "/x"
        #expect(throws: FileError.self) { try FileTransaction.requireWritable(path) }
        #expect(throws: FileError.self) { try ArtifactFile.write([1], to: path) }
        #expect(directory.names == ["file"])
    }

    /// To ask makes nothing; to write makes what is missing.
    @Test func askingMakesNoDirectories() throws {
        try FileTransaction.requireWritable(directory("a/b/c"))
        #expect(directory.names.isEmpty)
        try ArtifactFile.write([1], to: directory("a/b/c"))
        #expect(directory.names == ["a"])
    }

    @Test func readingNamesWhatIsWrong() throws {
        #expect(throws: FileError(.notFound, path: directory("none"))) {
            try ArtifactFile.read(directory("none"))
        }
        #expect(throws: FileError(.isDirectory, path: directory.path)) {
            try ArtifactFile.read(directory.path)
        }
        let empty = try directory.write([], "empty")
        #expect(throws: FileError(.empty, path: empty)) { try ArtifactFile.read(empty) }
        let large = try directory.write([1, 2, 3], "large")
        #expect(throws: FileError(.tooLarge(limit: 2), path: large)) {
            try ArtifactFile.read(large, limit: 2)
        }
    }
}
