/// A reader of untrusted bytes, as the fuzzers call it: `Documentation/Interoperability.md`.
package struct FuzzedReader: Sendable {
    /// As on the command line of `.ci/fuzz`.
    package let name: String
    private let makeSamples: @Sendable () throws -> [[UInt8]]
    /// Files in a form that the project reads and does not write.
    private let foreignSamples: [[UInt8]]
    private let rewrite: @Sendable ([UInt8]) throws -> [UInt8]

    /// - Parameters:
    ///   - samples: files of the project's own, from which mutations begin.
    ///   - foreignSamples: files in a form that the project reads and does not write.
    ///   - rewrite: reads bytes and returns what the project writes of what it read.
    init(
        _ name: String, samples: @escaping @Sendable () throws -> [[UInt8]], foreignSamples: [[UInt8]] = [],
        rewrite: @escaping @Sendable ([UInt8]) throws -> [UInt8]
    ) {
        self.name = name
        makeSamples = samples
        self.foreignSamples = foreignSamples
        self.rewrite = rewrite
    }

    /// A reader for two curves, of which a file is about one.
    init(
        _ name: String, samples: @escaping @Sendable () throws -> [[UInt8]],
        on first: @escaping @Sendable ([UInt8]) throws -> [UInt8],
        or second: @escaping @Sendable ([UInt8]) throws -> [UInt8]
    ) {
        self.init(name, samples: samples) { bytes in
            let outcomes = [Result { try first(bytes) }, Result { try second(bytes) }]
            return try (outcomes.first { (try? $0.get()) != nil } ?? outcomes[1]).get()
        }
    }

    /// What came of reading some bytes.
    package enum Outcome: Hashable, Sendable {
        /// An error was thrown.
        case refused
        /// What was read is written in the way that is given, and that is read and written as itself.
        case accepted(written: [UInt8])
        /// What was written is refused, or written in another way when it is read: the reader took for something
        /// what it is not.
        case unstable(written: [UInt8])
    }

    /// Reads bytes, and again what is written of them.
    package func read(_ bytes: [UInt8]) -> Outcome {
        guard let written = try? rewrite(bytes) else { return .refused }
        return (try? rewrite(written)) == written ? .accepted(written: written) : .unstable(written: written)
    }

    /// Returns files that the project wrote, each of which is read and written as itself.
    package func samples() throws -> [[UInt8]] { try makeSamples() }

    /// Returns these and others that are read and written in another way: what mutations begin with.
    package func allSamples() throws -> [[UInt8]] { try samples() + foreignSamples }
}
