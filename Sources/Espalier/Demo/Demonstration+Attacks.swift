import CircuitFormats

extension Demonstration {
    /// Tries to pass off changed answers, images and proofs, and returns why each was refused.
    ///
    /// - Throws: `DemonstrationError.accepted` if one was not.
    func attack<Curve: InterchangeCurve>(
        _ honest: NetworkProof<Curve>, on image: ImageInput, with verifier: NetworkVerifier<Curve>
    ) throws -> [PruningReport.Refusal] {
        let step = "Try to cheat"
        progress(.running(step))
        let reading = try verifier.read(honest.publicValues)
        let logits = reading.outputCount
        let other = (reading.class + 1) % logits
        let brightest = image.pixels.indices.max { image.pixels[$0] < image.pixels[$1] } ?? 0

        var attempts: [(String, NetworkProof<Curve>)] = []
        func attempt(_ name: String, _ change: (inout NetworkProof<Curve>) -> Void) {
            var forged = honest
            change(&forged)
            attempts.append((name, forged))
        }
        attempt("class \(reading.class) presented as class \(other)") {
            $0.publicValues.swapAt(reading.class, other)
        }
        attempt("a logit raised by one") { $0.publicValues[other] += .one }
        attempt("one pixel made darker") { $0.publicValues[logits + brightest] -= .one }
        attempt("a pixel of 256") { $0.publicValues[logits + brightest] = 256 }
        attempt("A of the proof negated") { $0.proof.a = -$0.proof.a }
        attempt("C of the proof replaced by A") { $0.proof.c = $0.proof.a }

        let refusals = try attempts.map { name, forged in
            let verdict = try verifier.verify(forged)
            guard !verdict.isValid else { throw DemonstrationError.accepted(attack: name) }
            return PruningReport.Refusal(attack: name, reason: verdict.reason ?? "")
        }
        var otherImage = image
        otherImage.pixels[brightest] ^= 1
        let verdict = try verifier.verify(honest, about: otherImage)
        guard !verdict.isValid else { throw DemonstrationError.accepted(attack: "another image") }
        progress(.finished(step, summary: "\(refusals.count + 1) attempts refused"))
        return refusals
            + [.init(attack: "the proof shown for another image", reason: verdict.reason ?? "")]
    }
}
