import Groth16

extension ErrorSentence {
    /// What is wrong with a registration, a commitment or an opening, and where.
    static func sentence(_ error: RegistrationError) -> String {
        let place = error.path.isEmpty ? "" : " (\(error.path))"
        let what =
            switch error.code {
            case .hiddenConstant: "the constant 1 stands among the hidden wires"
            case .hiddenOutput: "an output stands among the hidden wires"
            case .overlappingWires: "a wire stands in two places"
            case .wireOutOfRange: "the key has no point for a wire"
            case .wiresOutOfOrder: "hidden wires are not in the order of the key"
            case .sizesDiffer: "the numbers do not fit: it belongs to another circuit"
            case .key(let code): sentence(KeyError(code, ""))
            case .otherKey: "it was made for another key, or for other ranges of its values"
            case .otherCircuit: "it was made for another circuit"
            case .modelMissing: "the circuit's weights are committed: name the registration with --model"
            case .labelTooLong: "the label is longer than 64 bytes"
            case .infinity: "a point is infinity: it was not blinded"
            case .notOnCurve: "a point is not on the curve"
            case .notInSubgroup: "a point is outside the subgroup"
            case .repeatedPoint: "two points are the same: blinding was used again"
            case .openingProofFails:
                "a proof of knowledge does not hold: whoever made it could forge answers"
            case .notPinned: "this is another registration than the one that was pinned"
            case .repeatedBlinding: "a blinding value stands in it twice"
            case .malformed: "the bytes are not canonical, or cut off"
            }
        return what + place
    }
}
