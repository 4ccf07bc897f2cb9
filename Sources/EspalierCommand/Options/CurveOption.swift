public import ArgumentParser
public import Espalier

extension CurveName: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

/// The curve of what a verb makes.
struct CurveOption: ParsableArguments {
    @Option(
        name: .customLong("curve"), help: "bn254: as Ethereum checks. bls12-381: about 120 bits of security.")
    var name = CurveName.bn254
}
