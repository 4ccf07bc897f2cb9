import NeuralNetworks

/// One node of an integer network as a line of text in the model's metadata, under the key
/// `espalier.node.<index>`. The name comes last, because it may hold spaces:
///
///     linear <weight bits> <bias bits> <input> <name>
///     rectify <shift> <input> <name>
///     square <input> <name>
///     add <input> <input> <name>
///
/// An input is `input` or the index of an earlier node.
struct IntegerDeclaration: Hashable {
    enum Kind: Hashable {
        case linear(weightBits: Int, biasBits: Int)
        case rectify(shift: Int)
        case square
        case add
    }

    static let inputBitsKey = "espalier.inputBits"

    static func key(_ index: Int) -> String { "espalier.node.\(index)" }

    var kind: Kind
    var inputs: [IntegerValue]
    var name: String

    init(_ node: IntegerNetwork.Node) {
        kind =
            switch node.operation {
            case .linear(let linear): .linear(weightBits: linear.weightBits, biasBits: linear.biasBits)
            case .rectify(let shift): .rectify(shift: shift)
            case .square: .square
            case .add: .add
            }
        inputs = node.inputs
        name = node.name
    }

    var text: String {
        let head =
            switch kind {
            case .linear(let weightBits, let biasBits): "linear \(weightBits) \(biasBits)"
            case .rectify(let shift): "rectify \(shift)"
            case .square: "square"
            case .add: "add"
            }
        let values = inputs.map { input in
            switch input {
            case .input: "input"
            case .node(let index): "\(index)"
            }
        }
        return ([head] + values + [name]).joined(separator: " ")
    }

    /// Reads the declaration of node `index`; bits and shifts are in the ranges of their types, inputs come
    /// before the node.
    init?(_ text: String, index: Int) {
        var words = text.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false)
        func number(_ position: Int, in range: ClosedRange<Int>) -> Int? {
            guard position < words.count, let value = Int(words[position]), range.contains(value) else {
                return nil
            }
            return value
        }
        let inputCount: Int
        switch words[0] {
        case "linear":
            guard let weightBits = number(1, in: 1...32), let biasBits = number(2, in: 1...64) else {
                return nil
            }
            kind = .linear(weightBits: weightBits, biasBits: biasBits)
            (words, inputCount) = (Array(words[3...]), 1)
        case "rectify":
            guard let shift = number(1, in: 0...62) else { return nil }
            kind = .rectify(shift: shift)
            (words, inputCount) = (Array(words[2...]), 1)
        case "square":
            kind = .square
            (words, inputCount) = (Array(words[1...]), 1)
        case "add":
            kind = .add
            (words, inputCount) = (Array(words[1...]), 2)
        default:
            return nil
        }
        guard words.count > inputCount else { return nil }
        inputs = []
        for word in words[..<inputCount] {
            if word == "input" {
                inputs.append(.input)
            } else if let source = Int(word), (0..<index).contains(source) {
                inputs.append(.node(source))
            } else {
                return nil
            }
        }
        name = words[inputCount...].joined(separator: " ")
    }
}
