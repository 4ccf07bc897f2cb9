import Espalier

/// Checked contributions, for people and as JSON.
enum CeremonyText {
    struct Result: Encodable {
        struct Contribution: Encodable {
            let number: Int
            let name: String?
            let beacon: String?
            let iterations: Int?
            let hash: String

            init(_ record: ContributionRecord) {
                number = record.number
                name = record.name
                beacon = (record.beacon?.value).map(HexadecimalText.text)
                iterations = record.beacon?.iterationsExponent
                hash = HexadecimalText.text(record.hash)
            }
        }

        let curve: CurveName
        let valid = true
        let powers: [Contribution]
        let key: [Contribution]

        init<Curve: CeremonyCurve>(_ check: CeremonyCheck, on _: Curve.Type) {
            curve = CurveName(of: Curve.self)
            powers = check.powers.map(Contribution.init)
            key = check.key.map(Contribution.init)
        }
    }

    static func text(_ check: CeremonyCheck) -> String {
        var lines: [String] = []
        for (title, records) in [("powers of tau", check.powers), ("key", check.key)] where !records.isEmpty {
            lines.append("valid: \(title), \(records.count) contribution\(records.count == 1 ? "" : "s")")
            for record in records {
                let name = record.name.map { " \"\($0.onSingleLine)\"" } ?? ""
                lines.append("  \(record.number)\(name)\(origin(record))")
                lines.append("    \(HexadecimalText.text(record.hash))")
            }
            if records.last?.beacon == nil {
                lines.append("  No beacon ends it: the last party could choose among many results.")
            }
        }
        if check.powers.isEmpty { lines.append("  The powers of tau were not checked.") }
        return lines.joined(separator: "\n")
    }

    private static func origin(_ record: ContributionRecord) -> String {
        record.beacon.map { beacon in
            ", the beacon \(HexadecimalText.text(beacon.value)) after 2^\(beacon.iterationsExponent) hashes"
        } ?? ""
    }
}
