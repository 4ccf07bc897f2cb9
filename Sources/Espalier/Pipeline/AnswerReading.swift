public import FiniteFields
import NeuralNetworks

/// What the public values of a proof say.
public struct AnswerReading: Hashable, Sendable {
    /// The index of the largest logit, the lowest where several are equal.
    public let `class`: Int
    /// Nil where only the class is public.
    public let logits: [Int128]?
    /// Outputs among the public values; the input follows them.
    public let outputCount: Int
    /// The input that the proof is about, nil where it is private.
    public let input: [Int]?

    /// - Throws: `StatementError` where there are too few or too many values, or one is no small integer.
    public init<F: PrimeField>(_ publicValues: [F], of layout: StatementLayout) throws(StatementError) {
        let expected = layout.outputCount + layout.inputCount
        guard publicValues.count == expected else {
            throw .wrongCount(expected: expected, found: publicValues.count)
        }
        var integers: [Int128] = []
        for (index, value) in publicValues.enumerated() {
            guard let integer = value.signedInteger else { throw .notSmall(index: index) }
            integers.append(integer)
        }
        outputCount = layout.outputCount
        let outputs = Array(integers.prefix(outputCount))
        logits = layout.options.output == .logits ? outputs : nil
        `class` = logits.map(IntegerNetwork.classification(of:)) ?? Int(clamping: outputs[0])
        input =
            layout.options.input == .public ? integers.dropFirst(outputCount).map { Int(clamping: $0) } : nil
    }

    /// The logits in brackets for a line of text; empty where they are not public.
    package var logitText: String {
        logits.map { " (logits \($0.map { "\($0)" }.joined(separator: ", ")))" } ?? ""
    }
}

/// Why public values are not those of a statement.
public enum StatementError: Error, Hashable, Sendable, CustomStringConvertible {
    case wrongCount(expected: Int, found: Int)
    /// The value at this index does not stand for an integer of less than 127 bits.
    case notSmall(index: Int)

    public var description: String {
        switch self {
        case .wrongCount(let expected, let found):
            "the statement has \(expected) public values, these are \(found)"
        case .notSmall(let index): "public value \(index) is outside its declared range"
        }
    }
}
