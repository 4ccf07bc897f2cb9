import EllipticCurves

extension ModelRegistration {
    /// Demands all that a client must know before she trusts a registration: that it is for this circuit, and
    /// that its owner knew how its points are made of the bases that they may contain.
    ///
    /// Costs one sum of as many products as there are bases and columns.
    ///
    /// - Throws: `RegistrationError`, naming the first part that is wrong.
    public func check(against circuit: CommittedCircuit<Curve>) throws(RegistrationError) {
        do { try circuit.key.validate() } catch { throw RegistrationError(error) }
        if keyHash != circuit.keyHash { throw RegistrationError(.otherKey, "keyHash") }
        if circuitHash != circuit.circuitHash { throw RegistrationError(.otherCircuit, "circuitHash") }
        if label.utf8.count > Self.maximumLabelLength { throw RegistrationError(.labelTooLong, "label") }
        if columns.count != circuit.inputCount { throw RegistrationError(.sizesDiffer, "columns") }
        try AffinePoint.requireMembers([constants], "constants")
        try AffinePoint.requireMembers(columns, "columns")
        var seen: Set<AffinePoint<Curve.G1>> = [constants]
        for index in columns.indices where !seen.insert(columns[index]).inserted {
            throw RegistrationError(.repeatedPoint, "columns[\(index)]")
        }
        try constantsProof.check(
            [constants], over: circuit.points(circuit.wires.constantBases), challenge(.modelConstants),
            "constantsProof")
        try columnsProof.check(
            columns, over: circuit.points(circuit.wires.columnBases), challenge(.modelColumns), "columnsProof"
        )
    }
}

extension OpeningProof {
    /// Demands that the proof holds.
    func check(
        _ points: [AffinePoint<Curve>], over bases: [AffinePoint<Curve>],
        _ challenge: OpeningChallenge<Curve>, _ path: String
    ) throws(RegistrationError) {
        if responses.count != bases.count { throw RegistrationError(.sizesDiffer, path + ".responses") }
        try AffinePoint.requireMembers([announcement], path + ".announcement")
        guard holds(for: points, over: bases, challenge: challenge(announcement)) else {
            throw RegistrationError(.openingProofFails, path)
        }
    }
}
