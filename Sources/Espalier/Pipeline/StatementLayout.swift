public import NetworkCompiler

/// What the public values of a proof mean: outputs first, then the input where it is public.
public struct StatementLayout: Codable, Hashable, Sendable {
    public var options: CompileOptions
    public var classCount: Int
    public var inputExtents: [Int]
    public var inputBits: Int
    /// Of the .r1cs file, in hexadecimal.
    public var circuitSHA256: String

    init(_ description: CircuitDescription) {
        options = description.options
        classCount = description.classCount
        inputExtents = description.inputExtents
        inputBits = description.inputBits
        circuitSHA256 = description.circuitSHA256
    }

    /// The number of public outputs.
    public var outputCount: Int { options.output == .logits ? classCount : 1 }

    /// The number of public inputs.
    public var inputCount: Int { options.input == .public ? inputExtents.reduce(1, *) : 0 }
}
