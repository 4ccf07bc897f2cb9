import Groth16

extension CertificateStatement {
    /// The items of the statement, in the order of its properties.
    func append(to items: inout CertificateItems) {
        items.append(curve.rawValue)
        items.append(circuitHash.bytes)
        items.append(keyHash.bytes)
        items.append(registration.bytes)
        items.append(dataset)
        items.append(imagesHash.bytes)
        items.append(choice.rawValue)
        items.append(count)
        items.append(challenge)
        items.append(outputCount)
    }

    /// Takes the statement's items, of untrusted bytes.
    init(from items: inout CertificateItemReader) throws(CertificateFormatError) {
        guard let curve = CurveName(rawValue: try items.text("curve", limit: 32)) else {
            throw CertificateFormatError("curve")
        }
        self.curve = curve
        circuitHash = try items.fingerprint("circuit")
        keyHash = try items.fingerprint("key")
        registration = try items.fingerprint("registration")
        dataset = try items.text("data set", limit: 256)
        imagesHash = try items.fingerprint("images")
        guard let choice = ImageChoice(rawValue: try items.text("choice", limit: 32)) else {
            throw CertificateFormatError("choice")
        }
        self.choice = choice
        count = try items.number("count", in: 1...Int(UInt32.max))
        challenge = try items.text("challenge", limit: Self.challengeLimit)
        outputCount = try items.number("outputs", in: 1...1 << 20)
    }

    /// The number of bytes of one proof with its outputs and the image's index.
    var recordByteCount: Int {
        func size<Curve: InterchangeCurve>(_: Curve.Type) -> Int {
            CertificateRecord<Curve>.byteCount(outputCount: outputCount)
        }
        return size(curve.curve)
    }
}
