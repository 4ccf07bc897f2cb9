import CircuitFormats
import Foundation
import Testing

@Suite struct FileBytesTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func code(_ path: String, limit: Int = .max) -> FileMappingError.Code? {
        do throws(FileMappingError) {
            _ = try FileBytes(mapping: path, pipeLimit: limit)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func regularFiles() throws {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        let mapped = try FileBytes(mapping: directory.write(bytes, "file"))
        #expect(mapped.elementsEqual(bytes) && mapped.count == bytes.count)
        #expect(Array(mapped[5..<50]) == Array(bytes[5..<50]))
        #expect(try FileBytes(mapping: directory.write([], "empty")).isEmpty)
    }

    @Test func namesAreNotFiles() throws {
        let path = try directory.write([1, 2, 3], "file")
        let mapped = try FileBytes(mapping: path)
        let other = try directory.write([4, 5, 6], "other")
        #expect(rename(other, path) == 0)
        #expect(Array(mapped) == [1, 2, 3])
        #expect(try Array(FileBytes(mapping: path)) == [4, 5, 6])
        #expect(unlink(path) == 0)
        #expect(Array(mapped) == [1, 2, 3])
    }

    @Test func pipes() throws {
        for (limit, isAllowed) in [(Int.max, true), (3, true), (2, false)] {
            var ends: [Int32] = [0, 0]
            #expect(pipe(&ends) == 0)
            #expect(write(ends[1], [7, 8, 9] as [UInt8], 3) == 3)
            close(ends[1])
            let path = "/dev/fd/\(ends[0])"
            if isAllowed {
                #expect(try Array(FileBytes(mapping: path, pipeLimit: limit)) == [7, 8, 9])
            } else {
                #expect(code(path, limit: limit) == .tooLarge(limit: limit))
            }
            close(ends[0])
        }
    }

    @Test func whatIsNoFile() throws {
        #expect(code(directory.path) == .isDirectory)
        #expect(code("/dev/null") == .notRegular)
        #expect(code(directory.path + "/none") == .system(ENOENT))
    }
}
