/// Why bytes are no valid file: a code, and the place in the file's terms.
public struct FormatError: Error, Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        /// The bytes end before the thing does.
        case truncated
        /// Bytes are left over after the end.
        case trailingBytes
        /// The first four bytes are those of another kind of file.
        case wrongMagic
        case unsupportedVersion
        case duplicateSection
        case missingSection
        /// A section's length is not what its contents need.
        case wrongLength
        /// The file is about another field or curve.
        case wrongField
        /// A proof system other than Groth16.
        case unsupportedProtocol
        /// A field element is not below the modulus, or not written in the one way that is allowed.
        case notCanonical
        case notOnCurve
        case notInSubgroup
        /// A wire, row, matrix or count is outside what the file's header allows.
        case outOfRange
        /// A value differs from what the rest of the file says that it is.
        case inconsistent
        /// More bytes than the reader takes.
        case tooLarge
        /// No JSON, or a value of another JSON type than expected.
        case malformedJSON
        case missingKey
    }

    public var code: Code
    /// As in "r1cs.constraints[7].a" or "proof.pi_b".
    public var path: String

    public init(_ code: Code, _ path: String) {
        self.code = code
        self.path = path
    }
}

extension FormatError: CustomStringConvertible {
    public var description: String {
        // A path of one name is the file itself.
        path.contains(where: { $0 == "." || $0 == "[" }) ? "\(code) (\(path))" : "\(code)"
    }
}

extension FormatError.Code: CustomStringConvertible {
    /// What is wrong, in words.
    public var description: String {
        switch self {
        case .truncated: "the file ends too early"
        case .trailingBytes: "bytes are left over after the end"
        case .wrongMagic: "the file is of another kind"
        case .unsupportedVersion: "this version of the format is not supported"
        case .duplicateSection: "the section is there twice"
        case .missingSection: "the section is missing"
        case .wrongLength: "the length is not what the contents need"
        case .wrongField: "another field or curve"
        case .unsupportedProtocol: "a proof system other than Groth16"
        case .notCanonical: "a number is too large, or not written in the one way that is allowed"
        case .notOnCurve: "the point is not on the curve"
        case .notInSubgroup: "the point is outside the subgroup"
        case .outOfRange: "a number is outside the range that the file allows"
        case .inconsistent: "the value contradicts the rest of the file"
        case .tooLarge: "the file is larger than any of its kind"
        case .malformedJSON: "no JSON of the expected form"
        case .missingKey: "this entry is missing"
        }
    }
}
