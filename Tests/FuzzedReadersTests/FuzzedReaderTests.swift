import FuzzedReaders
import TestSupport
import Testing

/// Every reader of the project on its own files, and on what becomes of them: `.ci/fuzz` does the same for longer.
@Suite struct FuzzedReaderTests {
    @Test func everyReaderHasItsName() {
        let names = FuzzedReader.all.map(\.name)
        #expect(Set(names).count == names.count && names.count >= 28)
        #expect(FuzzedReader.named("zkey")?.name == "zkey")
        #expect(FuzzedReader.named("nothing") == nil)
    }

    /// Written, read, and written again: the same bytes.
    @Test(arguments: FuzzedReader.all) func samplesAreReadAndWrittenAsThemselves(reader: FuzzedReader) throws
    {
        let samples = try reader.samples()
        #expect(!samples.isEmpty)
        for sample in samples { #expect(reader.read(sample) == .accepted(written: sample)) }
        for sample in try reader.allSamples() { #expect(reader.read(sample) != .refused) }
    }

    /// Neither a crash nor a hang, and nothing that is read as one thing and written as another.
    @Test(arguments: FuzzedReader.all) func changedSamples(reader: FuzzedReader) throws {
        var generator = SeededGenerator(seed: 90)
        let samples = try reader.allSamples()
        var refused = 0
        for round in 0..<400 {
            var bytes = samples[round % samples.count]
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                bytes = Mutation.mutate(bytes, limit: 1 << 14, using: &generator)
            }
            switch reader.read(bytes) {
            case .refused: refused += 1
            case .accepted: break
            case .unstable: Issue.record("\(reader.name), round \(round): \(bytes)")
            }
        }
        #expect(refused > 0, "damage is noticed")
    }

    @Test(arguments: FuzzedReader.all) func nothingAtAllIsRefused(reader: FuzzedReader) {
        if reader.name != "journal" && reader.name != "certificate-partial" {
            #expect(reader.read([]) == .refused)
        }
    }
}

extension FuzzedReader: CustomTestStringConvertible {
    public var testDescription: String { name }
}
