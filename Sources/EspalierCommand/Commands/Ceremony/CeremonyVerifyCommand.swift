import ArgumentParser
import Espalier

/// `espalier ceremony verify`: does nobody have to be trusted?
struct CeremonyVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check a whole ceremony, and show who contributed.",
        discussion: """
            Ends with 0 if everything holds and with 1 if anything does not. Of powers of tau, checks every \
            contribution, that the lists are powers of one number, and the prepared bases. Of a key, checks the powers, \
            computes the key's points again from the circuit, and checks every contribution to δ. Whoever contributed \
            looks for the hash that was shown then.

            EXAMPLES
              espalier ceremony verify powers.ptau
              espalier ceremony verify pruned3.zkey --circuit pruned.r1cs --powers powers.ptau
            """)

    @Argument(help: "Powers of tau (.ptau) or a key (.zkey).")
    var file: String

    @OptionGroup var basis: CeremonyBasis

    @OptionGroup var speech: OutputOptions

    func run() throws { try run(CurveName.forReading(file).curve) }

    private func run<Curve: CeremonyCurve>(_: Curve.Type) throws {
        let check: CeremonyCheck
        switch try CeremonyFile<Curve>(contentsOf: file) {
        case .powers(let powers):
            guard basis.circuit == nil, basis.powers == nil else {
                throw BasisError(text: "--circuit and --powers go with a key (.zkey)")
            }
            check = try .powers(
                powers, at: file, beaconLimit: basis.beaconLimit, progress: speech.progress)
        case .key(let key):
            check = try basis.check(key, at: file, progress: speech.progress)
        }
        try speech.report(CeremonyText.Result(check, on: Curve.self)) { CeremonyText.text(check) }
    }
}
