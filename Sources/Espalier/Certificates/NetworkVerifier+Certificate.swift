public import Datasets

extension NetworkVerifier {
    /// Returns whether a certificate holds, and how many answers are right.
    ///
    /// Costs a Miller loop and a square root in G2 for each proof, on all cores, in batches of 256.
    ///
    /// - Parameters:
    ///   - dataset: the verifier's own, whose pixels and labels are what counts.
    ///   - demand: what she asked of the images.
    /// - Throws: `CertificateError` where the key is not that of a registered model with public inputs, or takes other
    ///   images: then nothing was checked.
    public func verify(
        _ certificate: AccuracyCertificate, on dataset: Dataset,
        demanding demand: CertificateDemand = CertificateDemand(),
        progress: @escaping ProgressHandler = { _ in }
    ) throws -> CertificateVerdict {
        let clock = ContinuousClock.now
        func verdict(_ correct: Int?, _ flaw: CertificateFlaw?) -> CertificateVerdict {
            CertificateVerdict(
                correct: correct, flaw: flaw, seconds: clock.duration(to: .now) / .seconds(1))
        }
        let step = "Check proofs"
        do {
            let check = try CertificateCheck(certificate.statement, with: self, on: dataset)
            if let flaw = demand.difference(from: certificate.statement) { throw flaw }
            progress(.running(step, fraction: 0))
            let counted = try check.countCorrect {
                certificate.record(at: $0)
            } progress: {
                progress(.running(step, fraction: $0))
            }
            guard counted == certificate.correct else {
                throw CertificateFlaw.wrongAccuracy(stated: certificate.correct, counted: counted)
            }
            progress(.finished(step, summary: "\(NumberText.grouped(certificate.statement.count)) proofs"))
            return verdict(counted, nil)
        } catch let flaw as CertificateFlaw {
            return verdict(nil, flaw)
        }
    }
}
