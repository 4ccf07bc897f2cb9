import Espalier
import Testing

/// Everything that a prover could change in a certificate to look better, each by its name.
@Suite struct CertificateAttackTests {
    let model: CertifiedModel

    init() throws { model = try CertifiedModel.shared.get() }

    @Test func honestCertificatesAreValid() throws {
        #expect(try model.flaw(in: model.drawn, count: CertifiedModel.count, choice: .chosen) == nil)
        #expect(try model.flaw(in: model.all, challenge: "", count: 20, choice: .all) == nil)
        let verdict = try model.verifier().verify(
            AccuracyCertificate(decoding: model.all.bytes), on: model.dataset)
        let right = Double(verdict.correct ?? 0) / 20
        #expect(right == (try model.network.accuracy(on: model.dataset.test)))
    }

    @Test func wrongAnswerCount() throws {
        for change in [-1, 1] {
            var parts = model.drawn
            let stated = parts.number(.correct) + change
            guard (0...CertifiedModel.count).contains(stated) else { continue }
            parts.set(.correct, stated)
            #expect(
                try model.flaw(in: parts)
                    == .wrongAccuracy(stated: stated, counted: model.drawn.number(.correct)))
        }
    }

    /// The prover had other labels than the client: each answer counts as the prover likes.
    @Test func changedLabels() throws {
        let test = model.dataset.test
        let labels = LabeledImages(
            width: test.width, height: test.height, classCount: 10, pixels: test.pixels,
            labels: test.labels.reversed())
        let other = Dataset(name: "digits", train: model.dataset.train, test: labels, origin: "")
        #expect(labels.fingerprint != test.fingerprint)
        #expect(
            try model.flaw(in: model.all, challenge: "", dataset: other) == .otherImages(dataset: "digits"))
        // With the client's hash written over the prover's, labels that are not the client's come to light.
        var parts = model.all
        parts[.images] = labels.fingerprint.bytes
        let flaw = try model.flaw(in: parts, challenge: "", dataset: other)
        guard case .wrongAccuracy = flaw else {
            Issue.record("\(String(describing: flaw))")
            return
        }
        #expect(
            try model.flaw(
                in: model.drawn,
                dataset: Dataset(name: "mnist", train: test, test: test, origin: ""))
                == .otherDataset(
                    stated: "digits", expected: "mnist"))
    }

    @Test func proofOfAnotherImage() throws {
        var parts = model.drawn
        var records = parts.records
        records[5] = Array(records[5].prefix(4)) + records[9].dropFirst(4)
        parts.records = records
        #expect(
            try model.flaw(in: parts)
                == .rejected(place: 5, image: parts.index(of: 5), .equationFails))
    }

    @Test func duplicateImage() throws {
        var parts = model.drawn
        var records = parts.records
        records[8] = records[7]
        parts.records = records
        #expect(
            try model.flaw(in: parts)
                == .otherImage(
                    place: 8, stated: model.drawn.index(of: 7), expected: model.drawn.index(of: 8)))
        records = model.drawn.records
        records.swapAt(0, 1)
        parts.records = records
        #expect(
            try model.flaw(in: parts)
                == .otherImage(
                    place: 0, stated: model.drawn.index(of: 1), expected: model.drawn.index(of: 0)))
    }

    /// Images that the prover picked, each with an honest proof.
    @Test func pickedImages() throws {
        var parts = model.drawn
        parts.records = Array(model.all.records.prefix(CertifiedModel.count))
        guard case .otherImage = try model.flaw(in: parts) else {
            Issue.record("picked images were accepted")
            return
        }
    }

    @Test func wrongChallenge() throws {
        #expect(try model.flaw(in: model.drawn, challenge: "") == .otherChallenge(stated: "Berlin"))
        #expect(try model.flaw(in: model.drawn, challenge: "Bern") == .otherChallenge(stated: "Berlin"))
        #expect(try model.flaw(in: model.all, challenge: "Bern") == .otherChallenge(stated: ""))
        // Renamed: the draw is another one.
        var parts = model.drawn
        parts[.challenge] = Array("Bern".utf8)
        guard case .otherImage = try model.flaw(in: parts, challenge: "Bern") else {
            Issue.record("a renamed challenge was accepted")
            return
        }
    }

    /// The number of images is the client's to say: with many to choose from, one draw is kind.
    @Test func anotherCount() throws {
        #expect(try model.flaw(in: model.drawn, count: 13) == .otherCount(stated: 12, expected: 13))
        #expect(
            try model.flaw(in: model.drawn, choice: .all) == .otherChoice(stated: .chosen, expected: .all))
        var parts = model.all
        parts.set(.count, 19)
        parts.set(.correct, 0)
        parts.records = Array(parts.records.dropLast())
        #expect(try model.flaw(in: parts, challenge: "") == .imageCount(stated: 19, of: 20))
        parts = model.all
        parts.set(.count, 21)
        parts.records = parts.records + [parts.records[0]]
        #expect(try model.flaw(in: parts, challenge: "") == .imageCount(stated: 21, of: 20))
    }

    @Test func answersOfAnotherRegistration() throws {
        #expect(try model.flaw(in: model.otherModel, challenge: "") == .otherRegistration)
        var parts = model.otherModel
        parts[.registration] = model.registration.fingerprint.bytes
        #expect(
            try model.flaw(in: parts, challenge: "") == .rejected(place: 0, image: 0, .equationFails))
    }

    @Test func oneTamperedProofAmongMany() throws {
        for place in [0, 6, CertifiedModel.count - 1] {
            let image = model.drawn.index(of: place)
            // −A, −B and −C are points as good as others.
            for byte in [4 + 31, 4 + 95, 4 + 127] {
                var parts = model.drawn
                var records = parts.records
                records[place][byte] ^= 0x80
                parts.records = records
                #expect(
                    try model.flaw(in: parts) == .rejected(place: place, image: image, .equationFails))
            }
        }
        // Of several, the first is named.
        var parts = model.drawn
        var records = parts.records
        for place in [3, 4, 10] { records[place][4 + 31] ^= 0x80 }
        parts.records = records
        #expect(
            try model.flaw(in: parts) == .rejected(place: 3, image: parts.index(of: 3), .equationFails))
    }

    @Test func pointsThatAreNone() throws {
        var parts = model.drawn
        var records = parts.records
        records[2].replaceSubrange(4..<36, with: [UInt8](repeating: 0xff, count: 31) + [0x3f])
        parts.records = records
        #expect(
            try model.flaw(in: parts) == .notAProof(place: 2, image: parts.index(of: 2), .notCanonical))
        records[2].replaceSubrange(4..<36, with: [UInt8](repeating: 0, count: 32))
        parts.records = records
        #expect(
            try model.flaw(in: parts) == .notAProof(place: 2, image: parts.index(of: 2), .notOnCurve))
    }

    @Test func changedLogits() throws {
        let place = 6
        let image = model.drawn.index(of: place)
        var parts = model.drawn
        var records = parts.records
        records[place][4 + 128] &+= 1
        parts.records = records
        #expect(try model.flaw(in: parts) == .rejected(place: place, image: image, .equationFails))
        // Far outside every window: 2^126 and −2^127.
        for (byte, value) in [(15, UInt8(0x40)), (15, 0x80)] {
            records = model.drawn.records
            records[place][4 + 128 + 16 + byte] = value
            parts.records = records
            #expect(
                try model.flaw(in: parts)
                    == .rejected(place: place, image: image, .inputOutOfRange(index: 1)))
        }
    }

    @Test func anotherKeyOrCircuit() throws {
        let certificate = try AccuracyCertificate(decoding: model.drawn.bytes)
        let demand = CertificateDemand(challenge: "Berlin")
        // The same circuit with another key.
        let key = try model.circuit.developmentKey()
        let keyFile = model.circuit.verifyingKeyFile(for: key.verifyingKey)
        let registration = try register(
            model.circuit.modelOpening(), for: keyFile.committedCircuit(), label: "test")
        let verifier = try CertifiedModel.verifier(keyFile, registration)
        #expect(
            try verifier.verify(certificate, on: model.dataset, demanding: demand).flaw == .otherKey)
        // Another circuit.
        let other = try model.network.compiled(CompileOptions(weights: .committed, output: .class))
        let otherKey = try other.developmentKey()
        let otherFile = other.verifyingKeyFile(for: otherKey.verifyingKey)
        let otherVerifier = try CertifiedModel.verifier(
            otherFile, register(other.modelOpening(), for: otherFile.committedCircuit(), label: "test"))
        #expect(
            try otherVerifier.verify(certificate, on: model.dataset, demanding: demand).flaw
                == .otherCircuit)
    }

    @Test func weightsAndInputsThatNothingBinds() throws {
        let certificate = try AccuracyCertificate(decoding: model.drawn.bytes)
        let circuit = try model.network.compiled(CompileOptions())
        let key = try circuit.developmentKey()
        let verifier = try circuit.verifier(for: key.verifyingKey, allowingDevelopmentKey: true)
        #expect(throws: CertificateError.weightsNotCommitted(.embedded)) {
            try verifier.verify(certificate, on: model.dataset)
        }
        #expect(throws: CertificateError.weightsNotCommitted(.embedded)) {
            try CertificateMaker(circuit, key: key, verifier: verifier, on: model.dataset, count: 3)
        }
    }
}
