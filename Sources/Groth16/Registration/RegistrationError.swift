/// Why a registration, a commitment or an opening must not be used. Never holds a secret value.
public struct RegistrationError: Error, Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        // Of layouts.

        /// The constant 1 stands among the hidden wires.
        case hiddenConstant
        /// An output stands among the hidden wires.
        case hiddenOutput
        /// A wire stands in two places.
        case overlappingWires
        /// The key has no point for a wire.
        case wireOutOfRange
        /// Hidden wires of one role are not in the order of the key.
        case wiresOutOfOrder
        /// Numbers of wires, points, weights, columns, ranges or responses do not fit together.
        case sizesDiffer

        // Of keys and circuits.

        /// The verifying key is one that must not be used.
        case key(KeyError.Code)
        /// It was made for another key, other roles of its wires, or other ranges.
        case otherKey
        /// It was made for another circuit.
        case otherCircuit
        /// The circuit has wires that a registered model must answer for.
        case modelMissing

        // Of what is published.

        /// The owner's label is longer than 64 bytes.
        case labelTooLong
        /// A point is infinity: it was not blinded.
        case infinity
        /// A point is none of the curve.
        case notOnCurve
        /// A point is none of the group.
        case notInSubgroup
        /// Two points are the same: blinding was used again.
        case repeatedPoint
        /// A proof of knowledge does not hold: a point contains what it must not, or belongs to another statement.
        case openingProofFails
        /// The registration is another one than the one that was pinned.
        case notPinned

        // Of secrets.

        /// A blinding value stands in an opening twice.
        case repeatedBlinding

        // Of files.

        /// Bytes that are not the canonical encoding.
        case malformed
    }

    public var code: Code
    /// The part, as in "columns[3]".
    public var path: String

    public init(_ code: Code, _ path: String) {
        self.code = code
        self.path = path
    }
}

extension RegistrationError {
    init(_ error: KeyError) { self.init(.key(error.code), error.path.isEmpty ? "" : "key." + error.path) }
}
