import EllipticCurves

/// "espalier.registration.v1", the name of the group, and the properties in their order, of a proof the
/// announcement and then the responses; see `CanonicalItems`.
extension ModelRegistration {
    /// The canonical bytes: a registration has exactly one form, and `fingerprint` is their SHA-256.
    public var encoded: [UInt8] {
        var items = CanonicalItems(tag: Self.tag)
        items.append(text: Curve.G1.name)
        items.append(bytes: keyHash.bytes)
        items.append(bytes: circuitHash.bytes)
        items.append(text: label)
        items.append(points: [constants])
        items.append(points: columns)
        items.append(constantsProof)
        items.append(columnsProof)
        return items.bytes
    }

    /// What a client pins: it stands for the model, the circuit, the key, and the ranges of all values.
    public var fingerprint: Fingerprint { Fingerprint(hashing: encoded) }

    /// Returns the registration of canonical bytes, which is still to be checked against a circuit.
    ///
    /// - Throws: `RegistrationError(.malformed, _)` or `.labelTooLong`, naming the item.
    public init(decoding bytes: some RandomAccessCollection<UInt8>) throws(RegistrationError) {
        var items = try CanonicalItemReader(bytes, tag: Self.tag)
        guard try items.text("curve") == Curve.G1.name else { throw RegistrationError(.malformed, "curve") }
        let keyHash = try items.fingerprint("keyHash")
        let circuitHash = try items.fingerprint("circuitHash")
        let label = try items.text("label")
        if label.utf8.count > Self.maximumLabelLength { throw RegistrationError(.labelTooLong, "label") }
        self.init(
            keyHash: keyHash, circuitHash: circuitHash, label: label,
            constants: try items.point(on: Curve.G1.self, "constants"),
            columns: try items.points(on: Curve.G1.self, "columns"),
            constantsProof: try items.openingProof("constantsProof"),
            columnsProof: try items.openingProof("columnsProof"))
        try items.requireEnd()
        try AffinePoint.requireMembers([constants], "constants")
        try AffinePoint.requireMembers(columns, "columns")
        try AffinePoint.requireMembers(
            [constantsProof.announcement, columnsProof.announcement], "announcements")
    }

    private static var tag: String { "espalier.registration.v1" }
}

extension CanonicalItems {
    mutating func append<Curve>(_ proof: OpeningProof<Curve>) {
        append(points: [proof.announcement])
        append(scalars: proof.responses)
    }
}

extension CanonicalItemReader {
    mutating func openingProof<Curve>(_ path: String) throws(RegistrationError) -> OpeningProof<Curve> {
        OpeningProof(
            announcement: try point(on: Curve.self, path + ".announcement"),
            responses: try scalars(in: Curve.ScalarField.self, path + ".responses"))
    }
}
