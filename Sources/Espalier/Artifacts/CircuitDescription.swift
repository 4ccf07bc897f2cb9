import CircuitFormats
public import NetworkCompiler
public import NeuralNetworks

/// What an .r1cs file cannot say of a network's circuit: a JSON file beside it.
///
/// Holds public facts only: it is the same for every private model of one shape.
public struct CircuitDescription: Codable, Hashable, Sendable {
    /// A layer and its constraints.
    public struct Region: Codable, Hashable, Sendable {
        public var name: String
        public var constraints: Int
    }

    /// Neighbouring public wires that the verifier checks for the same range.
    public struct Run: Codable, Hashable, Sendable {
        public var count: Int
        /// Signed decimal numbers; JSON's own are too short for some.
        public var lowest: String
        public var highest: String
    }

    /// `espalier-circuit`, so that the file says what it is.
    public var format = Self.formatName
    public var version = 1
    /// The curve whose scalar field the circuit is over.
    public var curve: CurveName
    public var options: CompileOptions
    public var inputExtents: [Int]
    public var inputBits: Int
    /// Nil where every pixel is an input of its own, and in files from before there were boxes.
    public var inputBoxes: InputTransform.Boxes?
    public var classCount: Int

    public var constraints: Int
    public var wires: Int
    public var publicOutputs: Int
    public var publicInputs: Int
    public var privateInputs: Int
    /// What the public wires of the .r1cs file are: some may be hidden from the verifier.
    public var instance: InstanceLayout
    /// In the order of the data.
    public var regions: [Region]
    /// Of what the verifier knows: outputs, then the input where it is public.
    public var publicRanges: [Run]
    public var outline: Outline
    /// Of the .r1cs file, in hexadecimal.
    public var circuitSHA256: String

    static let formatName = "espalier-circuit"
}

extension CircuitDescription {
    package init<Curve: InterchangeCurve>(_ circuit: NetworkCircuit<Curve>, circuitSHA256: String) {
        let compiled = circuit.compiled
        let system = compiled.circuit.system
        curve = CurveName(of: Curve.self)
        options = compiled.options
        inputExtents = compiled.network.inputShape.extents
        inputBits = compiled.network.inputBits
        inputBoxes = compiled.network.inputTransform.boxes
        classCount = circuit.classCount
        constraints = system.constraints.count
        wires = system.wireCount
        publicOutputs = system.publicOutputCount
        publicInputs = system.publicInputCount
        privateInputs = compiled.circuit.privateInputs.count
        instance = compiled.layout
        regions = compiled.costs.map { Region(name: $0.path, constraints: $0.constraints) }
        publicRanges = circuit.ranges.runs.map { run in
            Run(
                count: run.count, lowest: String(run.range.lowerBound),
                highest: String(run.range.upperBound))
        }
        outline = Outline(compiled.outline)
        self.circuitSHA256 = circuitSHA256
    }

    /// What becomes of an image first, or nil where the number of bits is none: the file is untrusted.
    public var inputTransform: InputTransform? {
        (1...8).contains(inputBits) ? InputTransform(bits: inputBits, boxes: inputBoxes) : nil
    }

    /// What the public values of the circuit's proofs mean.
    ///
    /// - Precondition: the description is that of a circuit, or has been checked.
    var layout: StatementLayout {
        guard let layout = StatementLayout(self) else { preconditionFailure("an input has 1 to 8 bits") }
        return layout
    }

    /// The ranges as the verifying side takes them, or nil where a text is no number, or the runs are not
    /// those of all public values.
    var ranges: PublicInputRanges? {
        var ranges = PublicInputRanges()
        guard let layout = StatementLayout(self), layout.isPlausible else { return nil }
        var remaining = layout.outputCount + layout.inputCount
        for run in publicRanges {
            guard (0...max(remaining, 0)).contains(run.count), let lowest = Int128(run.lowest),
                let highest = Int128(run.highest),
                lowest <= highest
            else { return nil }
            ranges.append(.init(count: run.count, range: lowest...highest))
            remaining -= run.count
        }
        return remaining == 0 ? ranges : nil
    }
}
