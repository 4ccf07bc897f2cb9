import Espalier
import Foundation
import Testing

/// Making certificates: interrupted, resumed, refused.
@Suite struct CertificateMakerTests {
    let model: CertifiedModel
    let directory: ScratchDirectory

    init() throws {
        model = try CertifiedModel.shared.get()
        directory = try ScratchDirectory()
    }

    private var path: String { directory("a.certificate") }
    private var side: String { directory("a.certificate.partial") }

    @discardableResult
    private func make(_ maker: CertificateMaker<BN254>? = nil, restart: Bool = false) throws
        -> MadeCertificate
    {
        try (maker ?? model.maker()).make(opening: model.opening, at: path, restart: restart, jobs: 2)
    }

    private func flaw(challenge: String = "Berlin") throws -> CertificateFlaw? {
        try model.flaw(in: CertificateParts(ArtifactFile.read(path)), challenge: challenge)
    }

    @Test func anInterruptedRunGoesOn() throws {
        let records = model.drawn.records
        // In the order in which they happened to be finished; the last one was cut off.
        let kept = [records[7], records[2], records[11], records[0]]
        let whole = model.drawn.partial(kept + [records[9]])
        for cut in [1, 303] {
            try directory.write(whole.dropLast(cut), "a.certificate.partial")
            let made = try make()
            #expect(made.provedNow == CertifiedModel.count - 4)
            #expect(made.correct == model.drawn.number(.correct))
            #expect(try flaw() == nil)
            #expect(directory.names == ["a.certificate"])
            #expect(Array(CertificateParts(try ArtifactFile.read(path)).records[11]) == records[11])
        }
        try directory.write(whole, "a.certificate.partial")
        #expect(try make().provedNow == CertifiedModel.count - 5)
        try directory.write(model.drawn.partial(records), "a.certificate.partial")
        #expect(try make().provedNow == 0)
        #expect(try ArtifactFile.read(path) == model.drawn.bytes)
    }

    @Test func aHeaderThatWasCutOffBeginsAnew() throws {
        try directory.write(model.drawn.partial([]).prefix(70), "a.certificate.partial")
        #expect(try make().provedNow == CertifiedModel.count)
        #expect(try flaw() == nil)
    }

    @Test func whatFollowsADamagedRecordIsMadeAgain() throws {
        let records = model.drawn.records
        var bytes = model.drawn.partial(Array(records.prefix(6)))
        bytes[bytes.count - 3 * 304 - 100] ^= 1
        try directory.write(bytes, "a.certificate.partial")
        #expect(try make().provedNow == CertifiedModel.count - 2)
        #expect(try flaw() == nil)
    }

    @Test func proofsOfAnotherRunAreRefused() throws {
        let other = try model.maker(challenge: "Bern")
        let bytes = model.drawn.partial(model.drawn.records)
        try directory.write(bytes, "a.certificate.partial")
        #expect(throws: CertificateError.otherRun(path: side)) { try make(other) }
        #expect(throws: CertificateError.otherRun(path: side)) { try make(model.maker(count: 11)) }
        // Nothing was touched.
        #expect(try ArtifactFile.read(side) == bytes)
        #expect(directory.names == ["a.certificate.partial"])
        #expect(try make(other, restart: true).provedNow == CertifiedModel.count)
        #expect(try flaw(challenge: "Bern") == nil)
        #expect(directory.names == ["a.certificate"])
        try directory.write("something else".utf8, "a.certificate.partial")
        #expect(throws: CertificateError.otherRun(path: side)) { try make() }
    }

    /// A side file can be changed by whoever can write it: what comes of it is checked before it is written.
    @Test func aForgedSideFileMakesNoCertificate() throws {
        var records = model.drawn.records
        records[3][4 + 31] ^= 0x80
        try directory.write(model.drawn.partial(records), "a.certificate.partial")
        #expect(throws: CertificateError.self) { try make() }
        #expect(directory.names == ["a.certificate.partial"])
        #expect(try make(restart: true).provedNow == CertifiedModel.count)
    }

    @Test func theOpeningMustBeTheRegistrations() throws {
        let maker = try model.maker()
        #expect(throws: OpeningMismatch.self) {
            try maker.make(opening: model.otherOpening, at: path, jobs: 2)
        }
        #expect(directory.names.isEmpty)
    }

    @Test func thereMustBeSoManyImages() throws {
        for count in [0, -1, 21] {
            #expect(throws: CertificateError.countOutOfRange(count, imageCount: 20)) {
                try model.maker(count: count)
            }
        }
        #expect(throws: CertificateError.challengeTooLong) {
            try model.maker(challenge: String(repeating: "é", count: 129))
        }
    }

    @Test func onBLS12381AndForClasses() throws {
        try expectCertificate(on: BLS12381.self, .logits)
        try expectCertificate(on: BN254.self, .class)
    }

    private func expectCertificate<Curve: InterchangeCurve>(
        on _: Curve.Type, _ output: CompileOptions.Output
    ) throws {
        let circuit = try model.network.compiled(
            CompileOptions(weights: .committed, output: output), on: Curve.self)
        let key = try circuit.developmentKey()
        let file = circuit.verifyingKeyFile(for: key.verifyingKey)
        let opening = circuit.modelOpening()
        let registration = try register(opening, for: file.committedCircuit(), label: "")
        let verifier = try NetworkVerifier(file, registration: registration, allowingDevelopmentKey: true)
        let maker = try CertificateMaker(circuit, key: key, verifier: verifier, on: model.dataset, count: 3)
        let made = try maker.make(opening: opening, at: path, jobs: 2)
        let certificate = try AccuracyCertificate(contentsOf: path)
        let verdict = try verifier.verify(certificate, on: model.dataset)
        #expect(verdict.flaw == nil && verdict.correct == made.correct)
        // Neither curve takes the other's for its own.
        let bytes = CertificateParts(try ArtifactFile.read(path)).bytes
        if Curve.self == BLS12381.self {
            #expect(try ArtifactFile.size(of: path) == bytes.count)
            #expect(
                try model.verifier().verify(certificate, on: model.dataset).flaw
                    == .otherCurve(stated: .bls12381, expected: .bn254))
        }
        try FileManager.default.removeItem(atPath: path)
    }
}
