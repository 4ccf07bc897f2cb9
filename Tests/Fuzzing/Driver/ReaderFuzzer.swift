import Foundation
import FuzzedReaders

/// Runs one reader under libFuzzer, whose `main` calls the functions below: `ReaderFuzzer READER CORPUS [option ...]`.
enum ReaderFuzzer {
    /// The reader that the command line names first.
    static let reader = CommandLine.arguments.dropFirst().first.flatMap { name in
        name == FuzzedReader.nothing.name ? FuzzedReader.nothing : FuzzedReader.named(name)
    }

    /// Writes the reader's samples into the corpus.
    fileprivate static func prepare() throws {
        let arguments = CommandLine.arguments
        if arguments.dropFirst() == ["--list"] {
            for reader in FuzzedReader.all { print(reader.name) }
            exit(0)
        }
        guard let reader, arguments.count > 2 else {
            print("usage: \(arguments[0]) READER CORPUS [option of libFuzzer ...]; --list names the readers")
            exit(2)
        }
        // A single file is an input that was found: libFuzzer reads it once.
        var isDirectory: ObjCBool = true
        if FileManager.default.fileExists(atPath: arguments[2], isDirectory: &isDirectory),
            !isDirectory.boolValue
        {
            return
        }
        let corpus = URL(fileURLWithPath: arguments[2], isDirectory: true)
        try FileManager.default.createDirectory(at: corpus, withIntermediateDirectories: true)
        // All samples, whichever reader this is: what they take is the same for each, and counted for none.
        for other in FuzzedReader.all {
            for (index, sample) in try other.allSamples().enumerated() where other.name == reader.name {
                try Data(sample).write(to: corpus.appendingPathComponent("sample-\(index)"))
            }
        }
    }
}

/// libFuzzer calls this once, before it looks at the command line. Takes the reader's name out of it.
@c(LLVMFuzzerInitialize)
func initialize(
    _ count: UnsafeMutablePointer<CInt>,
    _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
) -> CInt {
    do {
        try ReaderFuzzer.prepare()
    } catch {
        print(error)
        exit(2)
    }
    words.pointee[1] = words.pointee[0]
    words.pointee += 1
    count.pointee -= 1
    return 0
}

/// libFuzzer calls this with every input. Ends the process where a reader takes for something what it is not.
@c(LLVMFuzzerTestOneInput)
func read(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    if case .unstable = ReaderFuzzer.reader?.read(Array(UnsafeBufferPointer(start: bytes, count: count))) {
        fatalError("what was read is written in a way that is read as something else")
    }
    return 0
}
