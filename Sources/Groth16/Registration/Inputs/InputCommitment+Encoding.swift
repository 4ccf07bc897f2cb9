import EllipticCurves

/// "espalier.input-commitment.v1", the name of the group, and the properties in their order, of the proof the
/// announcement and then the responses; see `CanonicalItems`.
extension InputCommitment {
    /// The canonical bytes: a commitment has exactly one form, and `fingerprint` is their SHA-256.
    public var encoded: [UInt8] {
        var items = CanonicalItems(tag: Self.tag)
        items.append(text: Curve.G1.name)
        items.append(bytes: keyHash.bytes)
        items.append(bytes: circuitHash.bytes)
        items.append(text: label)
        items.append(points: [point])
        items.append(proof)
        return items.bytes
    }

    /// What stands for the input, its owner's label, the circuit and the key.
    public var fingerprint: Fingerprint { Fingerprint(hashing: encoded) }

    /// Returns the commitment of canonical bytes, which is still to be checked against a circuit.
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
            point: try items.point(on: Curve.G1.self, "point"), proof: try items.openingProof("proof"))
        try items.requireEnd()
        try AffinePoint.requireMembers([point], "point")
        try AffinePoint.requireMembers([proof.announcement], "proof.announcement")
    }

    private static var tag: String { "espalier.input-commitment.v1" }
}
