extension Explanation {
    /// The proof or why there is none, and what the field has to say; empty if no proof was asked for.
    func proofText() -> String {
        guard options.isProved else { return "" }
        var text = proof.map(proofTable) ?? PlainText.wrapped("No proof: \(obstacle ?? "none was made").")
        if let fieldSolutions { text += fieldText(fieldSolutions) }
        return text
    }

    private func proofTable(_ proof: EquationProof) -> String {
        let regions = proof.regions.map { "\($0.name) \(NumberText.grouped($0.constraints))" }
        var rows = [
            [
                "Constraints",
                "\(NumberText.grouped(proof.constraints)) (\(regions.joined(separator: ", "))), domain "
                    + NumberText.grouped(proof.domainSize),
            ],
            [
                "Sizes",
                "proving key \(NumberText.size(bytes: proof.provingKeyBytes)), verifying key "
                    + "\(NumberText.size(bytes: proof.verifyingKeyBytes)), proof "
                    + NumberText.size(bytes: proof.proofBytes),
            ],
            [
                "Times",
                "setup \(NumberText.duration(seconds: proof.setupSeconds)), prove "
                    + "\(NumberText.duration(seconds: proof.proveSeconds)), verify "
                    + NumberText.duration(seconds: proof.verifySeconds),
            ],
            [
                "Wraparound",
                "none: the sides are less than 2^\(proof.distanceBits) apart, the field has \(proof.fieldBits) bits",
            ],
        ]
        for refusal in proof.refusals { rows.append(["Refused", "\(refusal.attack): \(refusal.reason)"]) }
        return PlainText.wrapped("A proof on \(proof.curve), made and verified: \(proof.statement).")
            + PlainText.columns(rows)
            + PlainText.wrapped(
                "It was made with a development key: this process could forge proofs with it.")
    }

    private func fieldText(_ found: FieldSolutions) -> String {
        let place =
            "A circuit computes modulo a prime. In the scalar field of \(found.curve) the equation has "
        let count =
            found.count == 1 ? "1 solution" : "\(found.count == 0 ? "no" : "\(found.count)") solutions"
        guard let example = found.example else {
            let kind = found.count == 0 ? "" : ", all of them integers of \(options.bits) bits"
            return PlainText.wrapped("\(place)\(count)\(kind).")
        }
        let share = found.foreignCount == found.count ? "none" : "\(found.count - found.foreignCount)"
        var text = "\(place)\(count), \(share) of them an integer of \(options.bits) bits"
        text += found.foreignCount == found.count ? ", such as " : "; another is "
        text += "\(example). "
        if found.isAcceptedWithoutRangeChecks {
            text +=
                "Without range checks that is a witness like any other: a proof was made from it, and the "
                + "verifier accepted it. "
        }
        if let refusal = found.refusal { text += "With them there is none: \(refusal)." }
        return PlainText.wrapped(text)
    }
}
