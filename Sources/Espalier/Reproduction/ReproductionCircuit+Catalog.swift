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
                "private", CompileOptions(weights: .private), "private",
                "private weights that nothing binds, a product per surviving weight", on: curve),
            espalier(
                "embedded", CompileOptions(weights: .embedded), "embedded",
                "the weights are constants of the circuit", on: curve),
            espalier(
                "committed", CompileOptions(weights: .committed), "committed",
                "private weights, bound by a registration", windows: .published, on: curve),
            espalier(
                "committed-hidden-plain",
                CompileOptions(weights: .committed, input: .committed, products: .plain), "hidden plain",
                "weights and image committed, a product per surviving weight", windows: .published, on: curve),
            espalier(
                "committed-hidden-packed",
                CompileOptions(weights: .committed, input: .committed, products: .packed), "hidden packed",
                "the same, rows share products", windows: .published, on: curve),
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

    /// What a circuit of hidden weights knows of its sums.
    private enum Windows {
        /// What follows from the mask and the declared bits.
        case declared
        /// A window of each neuron, which the owner publishes.
        case published
    }

    private static func espalier<Curve: InterchangeCurve>(
        _ name: String, _ options: CompileOptions, _ heading: String, _ summary: String,
        windows: Windows = .declared, on curve: Curve.Type
    ) -> ReproductionCircuit {
        ReproductionCircuit(
            name: "espalier-\(name)", heading: heading, summary: summary, arithmetic: .integer
        ) { subject in
            let network =
                switch windows {
                case .declared: subject.integerNetwork
                case .published: try subject.integerNetwork.publishingWindows()
                }
            return CheckableCircuit(try network.compiled(options, over: Curve.ScalarField.self), of: network)
        }
    }
}
