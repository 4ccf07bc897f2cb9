import CircuitFormats
import Datasets
import FiniteFields
import Groth16
import NeuralNetworks
import Synchronization

/// Checks the proofs of a certificate on images that the verifier has herself, and counts right answers.
///
/// *What could a cheating prover choose?* Outputs: they are public values of the proofs, and the registration fixes
/// the one answer that an image has. Pixels and labels: they are not in the certificate. Images: record k must be of
/// the k-th index that the draw gives, so that none is left out, exchanged or counted twice. Proofs that err in
/// opposite directions: each batch has weights of its own, drawn after the proofs are there. A certificate with a wrong
/// claim has a batch with one, and that passes for at most one weight of that claim among 2^128 − 1.
struct CertificateCheck<Curve: InterchangeCurve>: Sendable {
    let statement: CertificateStatement
    let layout: StatementLayout
    let registration: PreparedRegistration<Curve>
    let images: LabeledImages
    /// The images that the proofs must be about.
    let indices: [Int]

    /// The proofs that are checked at once: a claim holds all pixels as field elements, 25 kB for an image of MNIST.
    private static var batchLimit: Int { 256 }

    /// - Throws: `CertificateFlaw` where the statement is not about this key, model and data set; `CertificateError`
    ///   where the key or the data set cannot be those of a certificate.
    init(
        _ statement: CertificateStatement, with verifier: NetworkVerifier<Curve>, on dataset: Dataset
    ) throws {
        let found = try CertificateStatement(
            verifier, on: dataset, choice: statement.choice, count: statement.count,
            challenge: statement.challenge)
        if let flaw = statement.difference(from: found, imageCount: dataset.test.count) { throw flaw }
        guard let registration = verifier.registration else { throw CertificateError.notRegistered }
        self.statement = statement
        layout = verifier.layout
        self.registration = registration
        images = dataset.test
        indices = try statement.indices(ofImages: images.count)
    }

    /// Returns how many answers are right.
    ///
    /// Memory is that of some batches, whatever the number of proofs.
    ///
    /// - Parameters:
    ///   - record: returns the bytes of the record at a place; called from any thread.
    ///   - progress: receives the part that is done, 0 … 1, from any thread.
    /// - Throws: `CertificateFlaw`, of the first batch that is wrong the first proof; what `record` throws.
    func countCorrect(
        record: @Sendable (Int) throws -> ArraySlice<UInt8>, progress: @Sendable (Double) -> Void
    ) throws -> Int {
        let size = min(Self.batchLimit, (indices.count + 1) / 2)
        let batchCount = (indices.count + size - 1) / size
        let state = Mutex((correct: 0, done: 0, failure: nil as (batch: Int, error: any Error)?))
        forEachIndex(below: batchCount, concurrently: true) { batch in
            // Batches before a bad one are checked to the end: the first bad proof is the one that is named.
            if let bad = state.withLock({ $0.failure?.batch }), bad < batch { return }
            let places = batch * size..<min(indices.count, (batch + 1) * size)
            let outcome = Result { try countCorrect(at: places, record) }
            let done = state.withLock { state in
                state.done += places.count
                switch outcome {
                case .success(let count): state.correct += count
                case .failure(let error):
                    if batch < state.failure?.batch ?? .max { state.failure = (batch, error) }
                }
                return state.done
            }
            progress(Double(done) / Double(indices.count))
        }
        return try state.withLock { state in
            if let failure = state.failure { throw failure.error }
            return state.correct
        }
    }

    private func countCorrect(
        at places: Range<Int>, _ record: (Int) throws -> ArraySlice<UInt8>
    ) throws -> Int {
        var correct = 0
        var claims: [RegisteredClaim<Curve>] = []
        for place in places {
            let bytes = try record(place)
            let (stated, expected) = (CertificateRecord<Curve>.index(of: bytes), indices[place])
            guard stated == expected else {
                throw CertificateFlaw.otherImage(place: place, stated: stated, expected: expected)
            }
            let answer: CertificateRecord<Curve>
            do {
                answer = try CertificateRecord(decoding: bytes)
            } catch {
                throw CertificateFlaw.notAProof(place: place, image: expected, error)
            }
            claims.append(claim(answer))
            if layout.class(of: answer.outputs) == Int(images.labels[expected]) { correct += 1 }
        }
        if !verifyBatch(claims, with: registration).isAccepted, let bad = firstRejected(claims) {
            let place = places.lowerBound + bad.index
            throw CertificateFlaw.rejected(place: place, image: indices[place], bad.reason)
        }
        return correct
    }

    /// What a record says: its outputs are the answer on the verifier's own pixels.
    private func claim(_ answer: CertificateRecord<Curve>) -> RegisteredClaim<Curve> {
        let input = layout.inputTransform.integers(of: images[answer.index])
        let publicValues =
            answer.outputs.map { Curve.ScalarField($0) } + input.map { Curve.ScalarField($0) }
        return RegisteredClaim(
            Claim(answer.proof, publicInputs: publicValues), of: registration.circuit)
    }

    /// Returns the first claim of a rejected batch that does not hold, and why.
    ///
    /// Halves the claims: the first half is rejected, or else the first bad one is in the second.
    private func firstRejected(
        _ claims: [RegisteredClaim<Curve>]
    ) -> (index: Int, reason: Verdict.Reason)? {
        var rest = claims.indices
        while rest.count > 1 {
            let half = rest.lowerBound..<rest.lowerBound + rest.count / 2
            rest =
                verifyBatch(Array(claims[half]), with: registration).isAccepted
                ? half.upperBound..<rest.upperBound : half
        }
        guard let index = rest.first else { return nil }
        guard case .rejected(let reason) = verify(claims[index], with: registration) else {
            // The batch was rejected, and rejections never err: a bit of memory must have flipped.
            return (index, .equationFails)
        }
        return (index, reason)
    }
}

extension StatementLayout {
    /// The class that a proof's outputs name.
    func `class`(of outputs: [Int128]) -> Int {
        options.output == .logits
            ? IntegerNetwork.classification(of: outputs) : Int(clamping: outputs[0])
    }
}
