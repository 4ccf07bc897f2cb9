extension ReproductionReport {
    /// What the columns of committed weights mean, as far as there are such columns.
    var committedSentences: [String] { [committedNote, hiddenImageNote, blockNote].compactMap(\.self) }

    private var committedNote: String? {
        guard hasColumn("espalier-committed") else { return nil }
        return """
            committed: a registration, made once, binds the weights. In the proof they are hidden instance wires, \
            and so are the sums of the first layer on a public image: their part of the statement is a group \
            element that the verifier computes from the registration and the pixels. So committing takes no \
            constraints, and neither does the first layer; what remains are the ReLU and the layers behind it. \
            Counts of committed weights are with published windows: of every neuron the owner says how large its \
            sum can be, to the bit, and thereby about Σ|w| of its row.
            """
    }

    private var hiddenImageNote: String? {
        guard hasColumn(Self.packedName) else { return nil }
        let bits = levels.first { $0.sparsity == 0 }?.constraints(of: Self.packedName)?.count(of: "input")
        let pixels =
            bits.map {
                "; the bits of its pixels take \(NumberText.grouped($0)) constraints, which pruning does not remove"
            } ?? ""
        return """
            hidden plain, hidden packed: the image is committed as well, and the verifier does not see it\(pixels). \
            plain has a product for each weight that survives; packed puts the weights of as many rows into one \
            field element as their sums have room in it, so that one product serves them all.
            """
    }

    /// Compares the first layer at levels of the same sparsity.
    private var blockNote: String? {
        guard
            let dense = packed("layer1", levels.first { $0.sparsity == 0 }),
            let blocks = levels.first(where: { $0.method == .blockRetrained }),
            let single = levels.first(where: { $0.method == .retrained && $0.sparsity == blocks.sparsity }),
            let singles = packed("layer1", single), let blocked = packed("layer1", blocks),
            let denseRectifiers = packed("relu1", levels.first { $0.sparsity == 0 }),
            let rectifiers = packed("relu1", blocks)
        else { return nil }
        return """
            block-retrained: the weights of one input in a group of \(blockRows) rows went together. A packed \
            product is saved only where all rows of its pack have lost the weight of that input. At \
            \(NumberText.sparsity(blocks.sparsity)), pruning single weights leaves \
            \(NumberText.grouped(singles)) of the \(NumberText.grouped(dense)) packed products of layer1 \
            (\(NumberText.ratio(singles, of: dense))), pruning blocks \(NumberText.grouped(blocked)) \
            (\(NumberText.ratio(blocked, of: dense))). A block of the layer behind is a whole hidden neuron where \
            that layer has no more rows than a block, and with the neuron goes everything that leads to it: relu1 \
            has \(NumberText.grouped(rectifiers)) of \(NumberText.grouped(denseRectifiers)) constraints left.
            """
    }

    private static let packedName = "espalier-committed-hidden-packed"

    private func hasColumn(_ name: String) -> Bool { circuits.contains { $0.name == name } }

    /// The constraints of a region of the packed circuit.
    private func packed(_ region: String, _ level: Level?) -> Int? {
        level?.constraints(of: Self.packedName)?.count(of: region)
    }
}

extension ReproductionReport.Level {
    /// The constraints of the circuit with this name.
    fileprivate func constraints(of circuit: String) -> PruningReport.Constraints? {
        counts.first { $0.circuit == circuit }?.constraints
    }
}
