extension ReproductionReport {
    /// Whether the network has the shape of the paper's, so that its figures belong beside ours.
    var isTheirArchitecture: Bool { widths == [784, 128, 10] }

    /// What the paper's circuit costs if no neuron is positive.
    var smallestBaseline: Int { ZenFormulas.baseline(widths: widths, positive: 0).total }

    /// What the tables mean, in sentences.
    package func notes() -> String {
        sentences.map { $0.wrapped(width: 100) }.joined(separator: "\n")
    }

    private var sentences: [String] {
        [
            PublishedFigures.datasetNote(for: dataset.name), baselineNote,
            isTheirArchitecture ? misprintNote : nil,
            zenNote, sameCircuitNote,
        ].compactMap(\.self) + committedSentences + [checkNote].compactMap(\.self)
    }

    private var baselineNote: String {
        let terms = zip(widths, widths.dropFirst()).map { "\($1)·(\($0) + 1,896)" }.joined(separator: " + ")
        let theirs =
            isTheirArchitecture
            ? " The rows of Table 2 differ in P alone, 72 and 55, and not in what pruning removed." : ""
        return """
            baseline: the circuit that the paper counted costs \(terms) + 3·\(hiddenCount) + P = \
            \(NumberText.grouped(smallestBaseline)) + P, and P is the number of hidden neurons that happen to be \
            positive, on test image \(testImage) here.\(theirs) A circuit whose size depends on the witness tells \
            something of it and has no key; and its sign bits were free, so that it proves nothing.
            """
    }

    private var misprintNote: String {
        """
        At 100 % the formula gives \(NumberText.grouped(smallestBaseline)), the smallest count that this circuit \
        can have; the paper prints \(NumberText.grouped(PublishedFigures.levels[2].constraints)), which it cannot \
        reach: probably a misprint.
        """
    }

    private var zenNote: String {
        let optimised = ZenFormulas.optimised(widths: widths).total
        let weights = zip(widths, widths.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
        let bytes = weights + widths[0]
        let (poseidon, pedersen) = (
            ZenFormulas.poseidonCommitment(bytes: bytes), ZenFormulas.pedersenCommitment(bytes: bytes)
        )
        return """
            ZEN: its optimised circuit by the formulas of eprint 2021/087, \(NumberText.grouped(optimised)) with \
            argmax; committing to weights and image inside the circuit takes \
            \(NumberText.grouped(poseidon)) more with Poseidon, \
            \(NumberText.ratio(poseidon, of: optimised + poseidon)) of the whole, or \
            \(NumberText.grouped(pedersen)) with Pedersen, \
            \(NumberText.ratio(pedersen, of: optimised + pedersen)). Its remainders are not checked, so this count does not \
            buy soundness either.
            """
    }

    /// Which circuits are the same at every level, if any are.
    private var sameCircuitNote: String? {
        let constant = circuits.enumerated().filter { index, _ in
            levels.count > 1 && Set(levels.map { $0.counts[index].sha256 }).count == 1
        }.map(\.element.heading)
        guard !constant.isEmpty else { return nil }
        return """
            \(constant.joined(separator: ", ")): the same circuit at every level, byte for byte, because nothing of \
            the weights decides its shape. What pruning removes costs as much as what it leaves. *: the circuit \
            follows the public mask, as all of Espalier's do, and pruning pays.
            """
    }

    private var checkNote: String? {
        guard let images = levels.first?.counts.first?.checkedImages else { return nil }
        return """
            Every circuit says what its network computes on \(NumberText.grouped(images)) test images, and the audit \
            proves of every one that input and weights leave at most one witness whose outputs lie in the ranges that \
            the verifier checks.
            """
    }

    private var hiddenCount: Int { widths.dropFirst().dropLast().reduce(0, +) }
}
