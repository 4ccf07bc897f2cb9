extension PruningReport.Proof {
    /// What was proved, its sizes and times, and what the verifier refused, as plain text.
    func text() -> String {
        var table = TextTable(
            title: "A proof for test image \(image.index): class \(predictedClass), labelled \(image.label)",
            columns: [.init("Circuit"), .init(circuit)])
        table.append([
            "Constraints",
            "\(NumberText.grouped(constraints)), domain \(NumberText.grouped(domainSize))",
        ])
        table.append(["Logits", logits.map { NumberText.grouped($0) }.joined(separator: "  ")])
        table.append([
            "Sizes",
            """
            circuit \(NumberText.size(bytes: circuitBytes)), proving key \
            \(NumberText.size(bytes: provingKeyBytes)), verifying key \
            \(NumberText.size(bytes: verifyingKeyBytes)), proof \(NumberText.size(bytes: proofBytes))
            """,
        ])
        table.append([
            "Times",
            """
            setup \(NumberText.duration(seconds: setupSeconds)), prove \
            \(NumberText.duration(seconds: proveSeconds)), verify \
            \(NumberText.duration(seconds: verifySeconds))
            """,
        ])
        for refusal in refusals { table.append(["Refused", "\(refusal.attack): \(refusal.reason)"]) }
        return table.rendered()
    }
}
