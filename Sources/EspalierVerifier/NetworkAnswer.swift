import CircuitFormats
import FiniteFields

/// What the public values of a network's proof say, as its key declares them: outputs first, then the input where it is
/// public.
public struct NetworkAnswer: Hashable, Sendable {
    /// The index of the largest logit, the lowest where several are equal.
    public let `class`: Int
    /// Nil where only the class is public.
    public let logits: [Int128]?
    /// The values of the input, after the network's input transform; empty where the input is not public. The proof is
    /// about them: an app compares them with those that it asked about.
    public let input: [Int128]

    public init(class: Int, logits: [Int128]?, input: [Int128]) {
        self.`class` = `class`
        self.logits = logits
        self.input = input
    }
}

extension StatementVerifier {
    /// Returns what public values say, without checking a proof; nil where the key is no network's, or there are too few
    /// values, or one is no integer of less than 127 bits, or the class is negative.
    public func answer(in publicValues: [Curve.ScalarField]) -> NetworkAnswer? {
        var integers: [Int128] = []
        for value in publicValues {
            guard let integer = value.signedInteger else { return nil }
            integers.append(integer)
        }
        switch file.annotations["answer"] {
        case "logits":
            guard let count = file.annotations["classes"].flatMap({ Int($0) }),
                count > 0, count <= integers.count
            else { return nil }
            let logits = Array(integers.prefix(count))
            guard let largest = logits.max(), let index = logits.firstIndex(of: largest) else { return nil }
            return NetworkAnswer(class: index, logits: logits, input: Array(integers.dropFirst(count)))
        case "class":
            guard let index = integers.first.flatMap({ Int(exactly: $0) }), index >= 0 else { return nil }
            return NetworkAnswer(class: index, logits: nil, input: Array(integers.dropFirst()))
        default: return nil
        }
    }
}
