/// What ZEN's circuits cost by ZEN's own formulas: counts of constraints over the scalar field of BLS12-381.
///
/// Source: Feng, Qin, Zhang, Ding, Chu, *ZEN: An Optimizing Compiler for Verifiable, Zero-Knowledge Neural
/// Network Inferences*, eprint 2021/087. None of these circuits checks what it would have to (see
/// `Documentation/ZEN.md`), so they are compared with, and never built.
public enum ZenFormulas {
    /// A comparison over the whole field (631 + 631 + 632 + 1), which the baseline spends on every output.
    public static let comparison = 1895

    /// A fully connected layer of the baseline, which the paper counted: n products, a comparison and an equality
    /// for each output.
    public static func baselineLinear(inputs: Int, outputs: Int) -> Int {
        outputs * (inputs + comparison + 1)
    }

    /// ReLU of the baseline: 3 for each neuron, and one more for each that is positive in this witness.
    public static func baselineRectifier(neurons: Int, positive: Int) -> Int { 3 * neurons + positive }

    /// A fully connected layer of ZEN with four strands; rows that are left over have one product per weight.
    public static func optimisedLinear(inputs: Int, outputs: Int) -> Int {
        outputs / 4 * (inputs + 636) + outputs % 4 * (inputs + 1)
    }

    /// ReLU of ZEN.
    public static func optimisedRectifier(neurons: Int) -> Int { 3 * neurons }

    /// Argmax of ZEN.
    public static func argmax(classes: Int) -> Int { comparison * classes }

    /// A commitment inside the circuit to so many bytes of weights and pixels, with Poseidon: 16.45 for each.
    public static func poseidonCommitment(bytes: Int) -> Int { bytes * 1645 / 100 }

    /// The same with Pedersen: 42.1 for each byte.
    public static func pedersenCommitment(bytes: Int) -> Int { bytes * 421 / 10 }

    /// The baseline for a perceptron.
    ///
    /// - Parameters:
    ///   - widths: of all layers, the input's first.
    ///   - positive: hidden neurons that are positive in the witness.
    public static func baseline(widths: [Int], positive: Int) -> PruningReport.Constraints {
        perceptron(
            widths, linear: baselineLinear,
            rectifier: { index, neurons in
                // Hidden layers are counted together; P is added to the first.
                baselineRectifier(neurons: neurons, positive: index == 1 ? positive : 0)
            }, output: nil)
    }

    /// ZEN with its optimisations for a perceptron, without commitments.
    public static func optimised(widths: [Int]) -> PruningReport.Constraints {
        perceptron(
            widths, linear: optimisedLinear, rectifier: { optimisedRectifier(neurons: $1) },
            output: argmax(classes: widths[widths.count - 1]))
    }

    private static func perceptron(
        _ widths: [Int], linear: (_ inputs: Int, _ outputs: Int) -> Int,
        rectifier: (_ layer: Int, _ neurons: Int) -> Int, output: Int?
    ) -> PruningReport.Constraints {
        var regions: [PruningReport.Region] = []
        for index in 1..<widths.count {
            regions.append(
                .init(name: "layer\(index)", constraints: linear(widths[index - 1], widths[index])))
            if index < widths.count - 1 {
                regions.append(.init(name: "relu\(index)", constraints: rectifier(index, widths[index])))
            }
        }
        if let output { regions.append(.init(name: "output", constraints: output)) }
        return .init(total: regions.reduce(0) { $0 + $1.constraints }, regions: regions)
    }
}
