import CircuitFormats
import Groth16
public import NetworkCompiler
public import NeuralNetworks

/// What the public values of a proof mean: outputs first, then the input where it is public.
public struct StatementLayout: Codable, Hashable, Sendable {
    public var options: CompileOptions
    public var classCount: Int
    public var inputExtents: [Int]
    /// What becomes of an image first.
    public var inputTransform: InputTransform
    /// Of the .r1cs file, in hexadecimal.
    public var circuitSHA256: String

    /// Nil where the description's input has no such bits.
    init?(_ description: CircuitDescription) {
        guard let transform = description.inputTransform else { return nil }
        options = description.options
        classCount = description.classCount
        inputExtents = description.inputExtents
        inputTransform = transform
        circuitSHA256 = description.circuitSHA256
    }

    /// Of which model and which input a valid proof shows the answer, in words.
    public var claim: String {
        let model =
            switch options.weights {
            case .embedded: "the answer of the model in the key"
            case .committed: "the answer of the registered model"
            case .private: "an answer of weights that only the prover knows (nothing binds them)"
            }
        let input =
            switch options.input {
            case .public: ""
            case .committed: " on the committed input"
            case .private: " on an input that only the prover knows"
            }
        return model + input
    }

    /// Whether hidden instance wires are those of a network with these options.
    func isConsistent(with instance: InstanceLayout) -> Bool {
        let counts = [
            instance.publicInputCount, instance.hiddenInputCount, instance.accumulatorCount,
            instance.committedCount, instance.columnCount,
        ]
        guard counts.allSatisfy({ (0...1 << 30).contains($0) }) else { return false }
        let isCommitted = options.weights == .committed
        return instance.outputCount == outputCount && instance.hasMask == options.hidesInstanceWires
            && instance.publicInputCount + instance.columnCount == inputCount
            && min(instance.publicInputCount, instance.columnCount) == 0
            && instance.hiddenInputCount == (options.input == .committed ? valueCount : 0)
            && (isCommitted
                || instance.accumulatorCount + instance.committedCount + instance.columnCount == 0)
    }

    /// Whether the numbers are those of a network: files are untrusted, and may say anything.
    var isPlausible: Bool {
        (1...1 << 20).contains(classCount) && (1...8).contains(inputExtents.count)
            && inputExtents.allSatisfy { (1...1 << 20).contains($0) }
            && inputExtents.reduce(1.0) { $0 * Double($1) } < 1e9 && inputTransform.canMake(valueCount)
    }

    /// Whether ranges are as many as there are public values, and those of a class and of pixels.
    ///
    /// A key that says otherwise would have values mean what the circuit never proved. Logits may have any
    /// range: it depends on the weights.
    func isConsistent(with ranges: PublicInputRanges) -> Bool {
        guard ranges.count == outputCount + inputCount else { return false }
        let pixels = 0...Int128(inputTransform.largestValue)
        let classes = 0...Int128(classCount - 1)
        var end = 0
        for run in ranges.runs {
            if options.output == .class, end == 0, run.range != classes { return false }
            end += run.count
            // Neighbours of one range share a run, so an output may be in it.
            if end > outputCount, run.range != pixels { return false }
        }
        return true
    }

    /// Whether a verifying key's hidden wires and ranges are those of a network with these options.
    func fits(_ file: VerifyingKeyFile<some InterchangeCurve>) -> Bool {
        guard let known = file.ranges else { return false }
        if let hidden = file.hidden {
            let instance = InstanceLayout(
                outputCount: hidden.outputCount, publicInputCount: hidden.known.count - hidden.outputCount,
                hiddenInputCount: hidden.inputs.count, accumulatorCount: hidden.accumulators.count,
                committedCount: hidden.committed.count, hasMask: true,
                columnCount: file.modelInputRanges.count)
            guard isConsistent(with: instance) else { return false }
        } else if options.hidesInstanceWires || file.modelInputRanges.count > 0 {
            return false
        }
        return isConsistent(with: PublicInputRanges(known.runs + file.modelInputRanges.runs))
    }

    /// The number of public outputs.
    public var outputCount: Int { options.output == .logits ? classCount : 1 }

    /// The number of public inputs.
    public var inputCount: Int { options.input == .public ? valueCount : 0 }

    /// The number of values that the network reads, whoever sees them.
    var valueCount: Int { inputExtents.reduce(1, *) }
}
