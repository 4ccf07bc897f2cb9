extension PruningReport {
    /// The proof that was made: what it is about, what it shows, what it costs, what was refused.
    func proofSection(_ proof: Proof) -> HTML {
        HTML("section") {
            HTML("h2", "A proof for one image")
            HTML("p") {
                "Circuit: \(proof.circuit). The proof shows that this network gives these logits on this image; "
                "the largest says "
                HTML("strong", "\(proof.predictedClass)")
                proof.predictedClass == proof.image.label ? ", which is right." : ", which is wrong."
            }
            HTML("div", ["class": "proof"]) {
                HTML("figure", ["class": "picture"]) {
                    DigitPicture(proof.image).svg
                    HTML(
                        "figcaption",
                        "Test image \(NumberText.grouped(proof.image.index)), labelled \(proof.image.label)")
                }
                BarTable(logits: proof.logits, predictedClass: proof.predictedClass).table
                HTML("dl", ["class": "facts sizes"]) {
                    for (name, value) in costs(proof) {
                        HTML.fact(name) { value }
                    }
                }
            }
            if !proof.refusals.isEmpty { refusals(proof) }
        }
    }

    private func costs(_ proof: Proof) -> [(String, String)] {
        [
            ("Constraints", NumberText.grouped(proof.constraints)),
            ("Domain", NumberText.grouped(proof.domainSize)),
            ("Circuit", NumberText.size(bytes: proof.circuitBytes)),
            ("Proving key", NumberText.size(bytes: proof.provingKeyBytes)),
            ("Verifying key", NumberText.size(bytes: proof.verifyingKeyBytes)),
            ("Proof", NumberText.size(bytes: proof.proofBytes)),
            ("Setup", NumberText.duration(seconds: proof.setupSeconds)),
            ("Prove", NumberText.duration(seconds: proof.proveSeconds)),
            ("Verify", NumberText.duration(seconds: proof.verifySeconds)),
        ]
    }

    private func refusals(_ proof: Proof) -> HTML {
        HTML("div", ["class": "refusals"]) {
            HTML("h3", "What the verifier refused")
            HTML("ul") {
                for refusal in proof.refusals {
                    HTML("li") {
                        HTML("strong", refusal.attack)
                        HTML("span", ["class": "reason"], refusal.reason)
                    }
                }
            }
        }
    }
}
