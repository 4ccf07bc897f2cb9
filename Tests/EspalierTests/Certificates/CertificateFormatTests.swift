import Espalier
import Testing

/// Readers of certificates take nothing for granted.
@Suite struct CertificateFormatTests {
    let model: CertifiedModel

    init() throws { model = try CertifiedModel.shared.get() }

    @Test func aCertificateIsWhatItsDocumentationSays() throws {
        let parts = model.drawn
        #expect(parts.items.count == 13)
        #expect(parts[.tag] == Array("espalier.certificate.v1".utf8))
        #expect(parts[.curve] == Array("bn254".utf8))
        #expect(parts[.registration] == model.registration.fingerprint.bytes)
        #expect(parts[.circuit] == model.registration.circuitHash.bytes)
        #expect(parts[.key] == model.registration.keyHash.bytes)
        #expect(parts[.dataset] == Array("digits".utf8))
        #expect(parts[.choice] == Array("chosen".utf8))
        #expect(parts.number(.count) == CertifiedModel.count && parts.number(.outputs) == 10)
        #expect(parts[.records].count == CertifiedModel.count * CertificateParts.recordSize)
        let logits = try model.network.logits(
            for: model.network.input(for: model.dataset.test[parts.index(of: 0)]))
        let first = parts.records[0].dropFirst(4 + 128).prefix(16)
        #expect(first.reversed().reduce(0 as Int128) { $0 << 8 | Int128($1) } == logits[0])
    }

    @Test func imagesAreHashedWithTheirLabelsAndSizes() {
        let test = model.dataset.test
        let sizes = [28, 28, 10, 20].flatMap { CertificateParts.littleEndian($0) }
        let items = [Array("espalier.test-images.v1".utf8), sizes, test.pixels, test.labels]
        #expect(test.fingerprint == Fingerprint(hashing: items.flatMap(CertificateParts.item)))
        #expect(model.drawn[.images] == test.fingerprint.bytes)
    }

    /// The draw again, in other words.
    @Test func imagesAreThoseOfTheHash() throws {
        let parts = model.drawn
        let seed = Fingerprint(
            hashing: [
                Array("espalier.certificate.draw.v1".utf8), parts[.registration], parts[.images],
                parts[.count], parts[.challenge],
            ].flatMap(CertificateParts.item))
        var numbers: [UInt64] = []
        for block in 0..<64 {
            let hash = Fingerprint(hashing: seed.bytes + CertificateParts.littleEndian(block)).bytes
            for start in [0, 8, 16, 24] {
                numbers.append(hash[start..<start + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) })
            }
        }
        var deck = Array(0..<20)
        var drawn: [Int] = []
        for (place, number) in numbers.prefix(CertifiedModel.count).enumerated() {
            // None of so few numbers is within 20 of 2^64.
            let chosen = place + Int(number % UInt64(20 - place))
            (deck[place], deck[chosen]) = (deck[chosen], deck[place])
            drawn.append(deck[place])
        }
        #expect((0..<CertifiedModel.count).map(parts.index) == drawn.sorted())
        #expect(Set(drawn).count == CertifiedModel.count)
        let statement = try AccuracyCertificate(decoding: parts.bytes).statement
        #expect(try statement.indices(ofImages: 20) == drawn.sorted())
        #expect(throws: CertificateError.countOutOfRange(12, imageCount: 11)) {
            try statement.indices(ofImages: 11)
        }
    }

    @Test func truncatedAndExtendedFiles() {
        let bytes = model.drawn.bytes
        for length in Array(0..<400) + Array(stride(from: 400, to: bytes.count, by: 97)) + [bytes.count - 1] {
            #expect(throws: CertificateFormatError.self) {
                try AccuracyCertificate(decoding: Array(bytes.prefix(length)))
            }
        }
        for tail in [[0], [UInt8](repeating: 0, count: 8), [UInt8](repeating: 7, count: 292)] {
            #expect(throws: CertificateFormatError.self) { try AccuracyCertificate(decoding: bytes + tail) }
        }
        var parts = model.drawn
        parts.records = Array(parts.records.dropLast())
        #expect(throws: CertificateFormatError.self) { try AccuracyCertificate(decoding: parts.bytes) }
    }

    @Test func numbersThatCannotBe() {
        for (item, number) in [
            (CertificateParts.Item.count, 0), (.count, 1 << 33), (.count, -1), (.outputs, 0),
            (.outputs, 1 << 40), (.outputs, -1), (.correct, 13), (.correct, -1), (.count, 1 << 31),
            (.outputs, 1 << 20),
        ] {
            var parts = model.drawn
            parts.set(item, number)
            #expect(throws: CertificateFormatError.self) { try AccuracyCertificate(decoding: parts.bytes) }
        }
        for (item, bytes) in [
            (CertificateParts.Item.curve, "bn255"), (.choice, "best"), (.tag, "espalier.certificate.v2"),
            (.challenge, String(repeating: "x", count: 257)), (.registration, "short"), (.count, "7"),
        ] {
            var parts = model.drawn
            parts[item] = Array(bytes.utf8)
            #expect(throws: CertificateFormatError.self) { try AccuracyCertificate(decoding: parts.bytes) }
        }
    }

    /// Whatever byte is changed: the file is refused, or the certificate is not valid.
    @Test func noByteIsForFree() throws {
        let bytes = model.drawn.bytes
        let verifier = try model.verifier()
        let headerCount = bytes.count - model.drawn[.records].count
        var generator = SeededGenerator(seed: 5)
        let places =
            Array(0..<headerCount)
            + (0..<30).map { _ in Int.random(in: headerCount..<bytes.count, using: &generator) }
        for place in places {
            var changed = bytes
            changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            guard let certificate = try? AccuracyCertificate(decoding: changed) else { continue }
            let verdict = try verifier.verify(
                certificate, on: model.dataset, demanding: CertificateDemand(challenge: "Berlin"))
            #expect(!verdict.isValid, "byte \(place)")
        }
    }

    @Test func wilsonIntervals() {
        let some = WilsonInterval(successes: 8, of: 10)
        #expect(abs(some.lower - 0.490162) < 1e-5 && abs(some.upper - 0.943318) < 1e-5)
        let none = WilsonInterval(successes: 0, of: 10)
        #expect(none.lower == 0 && abs(none.upper - 0.277533) < 1e-5)
        let every = WilsonInterval(successes: 1000, of: 1000)
        #expect(every.upper == 1 && abs(every.lower - 0.996173) < 1e-5)
    }
}
