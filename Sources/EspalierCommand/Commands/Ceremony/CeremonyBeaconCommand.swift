import ArgumentParser
import Espalier

/// `espalier ceremony beacon`: the end of a ceremony, by a value that nobody chose.
struct CeremonyBeaconCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "beacon", abstract: "End a ceremony with a public random value.",
        discussion: """
            The last party could try many numbers and keep the one it likes. A value that became known only after the \
            last contribution, and that was announced before (the hash of a block to come), takes that choice away. \
            It is hashed 2^N times by SHA-256 before it is used.

            EXAMPLE
              espalier ceremony beacon powers3.ptau --value 0123456789abcdef --iterations 10 \\
                --output powers4.ptau
            """)

    @Argument(help: "What the last party wrote (.ptau or .zkey).")
    var file: String

    @Option(help: "The beacon's value: 1 to 255 bytes in hexadecimal.")
    var value: String

    @Option(help: "The base-two logarithm of the number of hashes, 10 to 63.")
    var iterations = 10

    @Option(help: "A name for the record.")
    var name = ""

    @Option(name: .shortAndLong, help: "The file to write.")
    var output: String

    @OptionGroup var speech: OutputOptions

    private var beacon: Beacon? {
        HexadecimalText.bytes(value).flatMap { Beacon($0, iterationsExponent: iterations) }
    }

    func validate() throws {
        guard Beacon.exponents.contains(iterations) else {
            throw ValidationError("--iterations is between 10 and 63")
        }
        guard beacon != nil else {
            throw ValidationError("--value is 1 to 255 bytes in hexadecimal, two digits each")
        }
    }

    func run() throws {
        guard let beacon else { return }
        let contribution = CeremonyContribution(source: .beacon(beacon), name: name, speech: speech)
        try contribution.run(on: file, writing: output)
    }
}
