import CircuitFormats
import NetworkCompiler

extension ReproductionCircuit {
    /// The circuits of the tables, in the order of their columns. One more circuit is one more element.
    static func all<Curve: InterchangeCurve>(on curve: Curve.Type) -> [ReproductionCircuit] {
        [
            zen(
                .plain, followMask: false, "plain",
                "ZEN's products, one for each weight, zero or not; quotient and remainder checked", on: curve),
            zen(
                .grouped, followMask: false, "grouped",
                "the same with sign-bit grouping: all terms not negative",
                on: curve),
            zen(
                .stranded, followMask: false, "stranded",
                "four rows share their products (three in layer 2), every digit checked", on: curve),
            zen(.grouped, followMask: true, "grouped*", "grouped, where weights survive", on: curve),
            zen(.stranded, followMask: true, "stranded*", "stranded, where weights survive", on: curve),
            espalier(
                .private, "private", "Espalier with private weights: a product per surviving weight",
                on: curve),
            espalier(
                .embedded, "embedded", "Espalier with the weights as constants of the circuit", on: curve),
        ]
    }

    private static func zen<Curve: InterchangeCurve>(
        _ encoding: ZenEncoding, followMask: Bool, _ heading: String, _ summary: String, on curve: Curve.Type
    ) -> ReproductionCircuit {
        let options = ZenOptions(encoding, followMask: followMask)
        return ReproductionCircuit(
            name: "zen-\(encoding.rawValue)" + (followMask ? "-masked" : ""), heading: heading,
            summary: summary, arithmetic: .affine
        ) { subject in
            CheckableCircuit(try subject.affineNetwork.compiled(options, over: Curve.ScalarField.self))
        }
    }

    private static func espalier<Curve: InterchangeCurve>(
        _ weights: CompileOptions.WeightVisibility, _ heading: String, _ summary: String, on curve: Curve.Type
    ) -> ReproductionCircuit {
        let options = CompileOptions(weights: weights)
        return ReproductionCircuit(
            name: "espalier-\(weights.rawValue)", heading: heading, summary: summary, arithmetic: .integer
        ) { subject in
            let network = subject.integerNetwork
            return CheckableCircuit(try network.compiled(options, over: Curve.ScalarField.self), of: network)
        }
    }
}
