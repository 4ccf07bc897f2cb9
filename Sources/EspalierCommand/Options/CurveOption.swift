public import ArgumentParser
public import Espalier

extension CurveName: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

/// The curve of what a verb makes.
struct CurveOption: ParsableArguments {
    @Option(
        name: .customLong("curve"),
        help: "bn254: the one that Ethereum checks, about 100 bits of security. bls12-381: about 120 bits.")
    var name = CurveName.bn254
}
