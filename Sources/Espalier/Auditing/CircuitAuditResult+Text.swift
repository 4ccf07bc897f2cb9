import ConstraintSystem

extension CircuitAuditResult {
    /// A table by region, what was taken as given, and what follows.
    public func text() -> String {
        var parts = [table().rendered(), assumptions.joined(separator: "\n"), verdict]
        if let mutations { parts += ["", mutations.table().rendered() + mutations.verdict] }
        return parts.joined(separator: "\n")
    }

    private func table() -> TextTable {
        let rules = AuditRule.allCases.map(\.name).filter { rule in
            regions.contains { $0.derived[rule] != nil }
        }
        var table = TextTable(
            title: [
                "\(curve)", options.map { "weights \($0.weights), input \($0.input), answer \($0.output)" },
            ]
            .compactMap { $0 }.joined(separator: ", "),
            columns: [.init("Region")]
                + (["Constraints", "Given"] + rules + ["Undetermined", "Ranged"]).map { .init($0, .right) })
        func cells(_ name: String, _ regions: [Region]) -> [String] {
            let sum = { (count: (Region) -> Int) in NumberText.grouped(regions.reduce(0) { $0 + count($1) }) }
            return [name, sum(\.constraints), sum(\.given)]
                + rules.map { rule in sum { $0.derived[rule] ?? 0 } }
                + [sum(\.undetermined), sum(\.ranged)]
        }
        for region in regions { table.append(cells(name(of: region.name), [region])) }
        table.appendRule()
        table.append(cells("total", regions))
        return table
    }

    private func name(of region: String) -> String {
        region.isEmpty ? options == nil ? "(without names)" : "(public)" : region
    }

    private var assumptions: [String] {
        var lines = ["given: \(NumberText.grouped(publicInputs)) public inputs"]
        for given in givenPrivate {
            let place = given.region.isEmpty ? "" : " of \(given.region)"
            lines[0] += ", \(NumberText.grouped(given.count)) private wires “\(given.name)”\(place)"
        }
        if givenPrivate.isEmpty { lines[0] += ", no private wire" }
        lines.append("checked by the verifier: \(checks)")
        lines.append("known from: \(source)")
        return lines.map(\.onSingleLine)
    }

    /// The ranges of outputs; where there are many, what holds all of them.
    private var checks: String {
        guard let lowest = checkedOutputs.compactMap({ Int128($0.lowest) }).min(),
            let highest = checkedOutputs.compactMap({ Int128($0.highest) }).max()
        else { return "nothing" }
        let count = publicOutputs == 1 ? "one output" : "\(NumberText.grouped(publicOutputs)) outputs"
        let range = "\(NumberText.grouped(lowest)) … \(NumberText.grouped(highest))"
        return checkedOutputs.count == 1
            ? "\(count) in \(range)" : "\(count), each in a range of its own inside \(range)"
    }

    private var source: String {
        switch basis {
        case .network: "the network, compiled again: the same circuit and the same description"
        case .description:
            "\(CircuitDescription.path(beside: circuit)), which nobody vouches for; --network compares it with the network"
        case .publicInputs:
            "nobody: there is no description beside the circuit, so the public inputs are given"
        case .header: "the header of the .r1cs file, and --given-private"
        }
    }

    private var verdict: String {
        if deterministic {
            return "audited: at most one witness (\(NumberText.grouped(derived)) wires derived)"
        }
        let count = undetermined == 1 ? "1 wire" : "\(NumberText.grouped(undetermined)) wires"
        var lines = [
            "refused: \(count) may not follow from what is given; a prover could have a choice there"
        ]
        lines += firstUndetermined.map { "  \($0)" }
        if undetermined > firstUndetermined.count { lines.append("  …") }
        return lines.map(\.onSingleLine).joined(separator: "\n")
    }
}

extension CircuitAuditResult.Mutations {
    fileprivate func table() -> TextTable {
        let what =
            isComplete
            ? "each of the \(NumberText.grouped(constraints)) constraints deleted"
            : "\(NumberText.grouped(tried)) of \(NumberText.grouped(constraints)) constraints deleted, seed \(seed)"
        var table = TextTable(
            title: what,
            columns: [
                .init("Region"), .init("Deleted", .right), .init("Noticed", .right),
                .init("Given only", .right),
                .init("Idle", .right),
            ])
        for region in regions {
            table.append(
                [region.name.isEmpty ? "(without names)" : region.name]
                    + [region.tried, region.noticed, region.givenOnly, region.idle].map(NumberText.grouped))
        }
        table.appendRule()
        table.append(["total"] + [tried, noticed, givenOnly, idle].map(NumberText.grouped))
        return table
    }

    fileprivate var verdict: String {
        let given =
            givenOnly == 0
            ? ""
            : "; \(NumberText.grouped(givenOnly)) are about given wires alone, which uniqueness does not need"
        guard idle > 0 else { return "every deletion that matters is noticed\(given)" }
        var lines = [
            "\(NumberText.grouped(idle)) constraints are idle: without any one of them there is still at most one witness\(given)"
        ]
        lines += firstIdle.map {
            "  constraint \($0.constraint) of \($0.region.isEmpty ? "no region" : $0.region)"
        }
        if idle > firstIdle.count { lines.append("  …") }
        return lines.map(\.onSingleLine).joined(separator: "\n")
    }
}

extension AuditRule {
    /// As in a table's heading, and in JSON.
    var name: String {
        switch self {
        case .linear: "linear"
        case .sum: "sum"
        case .product: "product"
        case .digits: "digits"
        case .magnitude: "magnitude"
        case .oneHot: "one-hot"
        case .argmax: "argmax"
        case .constant: "constant"
        }
    }
}
