public import CircuitFormats
public import Datasets
import FiniteFields
public import Groth16
import NetworkCompiler
import NeuralNetworks
import Synchronization

/// Makes the proofs of an accuracy certificate: of one registered model, on one data set.
public struct CertificateMaker<Curve: InterchangeCurve>: Sendable {
    public let circuit: NetworkCircuit<Curve>
    public let key: ProvingKey<Curve>
    public let verifier: NetworkVerifier<Curve>
    public let statement: CertificateStatement
    private let check: CertificateCheck<Curve>

    /// - Parameters:
    ///   - verifier: with the registration.
    ///   - count: how many images are drawn; where all are taken, all.
    ///   - challenge: what the client sent after the registration, if she did.
    /// - Throws: `CertificateError` where the weights are not committed, the input is not public, or there are not so
    ///   many images.
    public init(
        _ circuit: NetworkCircuit<Curve>, key: ProvingKey<Curve>, verifier: NetworkVerifier<Curve>,
        on dataset: Dataset, choice: ImageChoice = .chosen, count: Int, challenge: String = ""
    ) throws {
        let total = dataset.test.count
        let count = choice == .all ? total : count
        guard (1...max(1, total)).contains(count) else {
            throw CertificateError.countOutOfRange(count, imageCount: total)
        }
        self.circuit = circuit
        self.key = key
        self.verifier = verifier
        statement = try CertificateStatement(
            verifier, on: dataset, choice: choice, count: count, challenge: challenge)
        check = try CertificateCheck(statement, with: verifier, on: dataset)
    }

    /// Makes the proofs that are missing, checks all of them as a client will, and writes the certificate.
    ///
    /// Proofs are kept in `PATH.partial` as they are made, which is removed when the certificate is there; a run that
    /// was interrupted goes on from it. Memory does not grow with the number of images, but for eight bytes each.
    ///
    /// - Parameters:
    ///   - opening: of the registration.
    ///   - restart: drops proofs of a run that was interrupted.
    ///   - jobs: how many proofs are made at the same time; each runs on all cores where it can.
    /// - Throws: `OpeningMismatch` where the opening is not that of the registration; `CertificateError` where the
    ///   side file is not that of this certificate; `FileError`; what `prove` throws.
    @discardableResult
    public func make(
        opening: borrowing ModelOpening<Curve.ScalarField>, at path: String, restart: Bool = false,
        jobs: Int, progress: @escaping ProgressHandler = { _ in }
    ) throws -> MadeCertificate {
        try FileTransaction.requireWritable(path)
        let partial = try PartialCertificate(
            at: path + PartialCertificate.suffix, for: statement, indices: check.indices, restart: restart)
        let clock = ContinuousClock.now
        let missing = partial.missing
        do {
            try prove(missing, opening: opening, jobs: jobs, into: partial, progress: progress)
        } catch {
            partial.removeIfEmpty()
            throw error
        }
        let proveSeconds = clock.duration(to: .now) / .seconds(1)
        let correct: Int
        do {
            correct = try checked(partial, progress)
        } catch let flaw as CertificateFlaw {
            throw CertificateError.unusable(
                path: path + PartialCertificate.suffix, reason: flaw.description)
        }
        try write(partial, correct: correct, to: path)
        partial.remove()
        return MadeCertificate(
            correct: correct, provedNow: missing.count, proveSeconds: proveSeconds,
            seconds: clock.duration(to: .now) / .seconds(1))
    }

    private func prove(
        _ places: [Int], opening: borrowing ModelOpening<Curve.ScalarField>, jobs: Int,
        into partial: PartialCertificate, progress: @escaping ProgressHandler
    ) throws {
        let step = "Prove answers"
        let earlier = statement.count - places.count
        progress(
            .running(
                step, fraction: 0, detail: earlier > 0 ? "\(NumberText.grouped(earlier)) from before" : ""))
        let state = Mutex((next: 0, done: 0, failure: nil as (any Error)?))
        forEachIndex(below: min(max(1, jobs), places.count), concurrently: true) { _ in
            while let place = state.withLock({ state -> Int? in
                guard state.failure == nil, state.next < places.count else { return nil }
                state.next += 1
                return places[state.next - 1]
            }) {
                let outcome = Result {
                    try partial.append(
                        try record(of: check.indices[place], opening: opening).encoded, at: place)
                }
                let done = state.withLock { state in
                    state.done += 1
                    if case .failure(let error) = outcome { state.failure = error }
                    return state.done
                }
                progress(
                    .running(
                        step, fraction: Double(done) / Double(places.count),
                        detail:
                            "\(NumberText.grouped(earlier + done)) of \(NumberText.grouped(statement.count))")
                )
            }
        }
        if let failure = state.withLock({ $0.failure }) { throw failure }
        progress(.finished(step, summary: "\(NumberText.grouped(statement.count)) images"))
    }

    /// Proves the answer on one image.
    private func record(
        of index: Int, opening: borrowing ModelOpening<Curve.ScalarField>
    ) throws -> CertificateRecord<Curve> {
        let input = circuit.compiled.network.input(for: check.images[index])
        let answer = try circuit.prove(input, with: key, opening: opening, for: verifier)
        let outputs = try answer.publicValues.prefix(statement.outputCount).enumerated().map { place, value in
            guard let integer = value.signedInteger else { throw StatementError.notSmall(index: place) }
            return integer
        }
        return CertificateRecord(index: index, proof: answer.proof, outputs: outputs)
    }

    private func checked(
        _ partial: PartialCertificate, _ progress: @escaping ProgressHandler
    ) throws -> Int {
        let step = "Check proofs"
        progress(.running(step, fraction: 0))
        let correct = try check.countCorrect {
            try partial.record(at: $0)
        } progress: {
            progress(.running(step, fraction: $0))
        }
        progress(.finished(step, summary: "\(NumberText.grouped(correct)) answers are right"))
        return correct
    }

    private func write(_ partial: PartialCertificate, correct: Int, to path: String) throws {
        var files = FileTransaction()
        try files.add(to: path) { sink throws(FileError) in
            func put(_ bytes: some Collection<UInt8>) throws(FileError) {
                let bytes = Array(bytes)
                let outcome = bytes.withUnsafeBytes { buffer in
                    Result { () throws(FileError) in try sink(buffer) }
                }
                try outcome.get()
            }
            try put(AccuracyCertificate.header(statement, correct: correct))
            for place in check.indices.indices {
                do {
                    try put(try partial.record(at: place))
                } catch {
                    throw error as? FileError ?? FileError(.notReadable(reason: "\(error)"), path: path)
                }
            }
        }
        try files.commit()
    }
}

/// What came of making a certificate.
public struct MadeCertificate: Hashable, Sendable {
    /// How many answers are right.
    public let correct: Int
    /// How many proofs this run has made; the others were there from an earlier one.
    public let provedNow: Int
    /// The time that these proofs took.
    public let proveSeconds: Double
    /// The time with the check of all proofs and the writing.
    public let seconds: Double
}
