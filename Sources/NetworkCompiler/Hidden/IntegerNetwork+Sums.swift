import NeuralNetworks

/// The terms of a sum of layers that nobody but the sum reads.
struct LayerSum: Hashable, Sendable {
    /// Linear nodes.
    var parts: [Int] = []
    /// Additions on the way.
    var additions: [Int] = []
    /// Values of any other kind, or that others read too.
    var addends: [IntegerValue] = []
}

extension IntegerNetwork {
    /// Returns the terms of an addition, those of additions inside of it in their place.
    ///
    /// - Parameter isPart: whether a linear node may be laid with the sum.
    func terms(ofAddition index: Int, isPart: (Int) -> Bool) -> LayerSum {
        var sum = LayerSum()
        for value in nodes[index].inputs {
            guard case .node(let source) = value, readerCount(of: source) == 1 else {
                sum.addends.append(value)
                continue
            }
            switch nodes[source].operation {
            case .linear where isPart(source): sum.parts.append(source)
            case .add:
                let inner = terms(ofAddition: source, isPart: isPart)
                sum.parts += inner.parts
                sum.additions += [source] + inner.additions
                sum.addends += inner.addends
            default: sum.addends.append(value)
            }
        }
        return sum
    }

    private func readerCount(of index: Int) -> Int {
        nodes.reduce(0) { $0 + $1.inputs.count { $0 == .node(index) } }
    }
}
