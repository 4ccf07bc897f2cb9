/// Why a model file could not be read, and where in it.
public struct ModelFormatError: Error, Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        /// The bytes are not what their format prescribes.
        case malformed
        /// The file has no graph, or the graph computes nothing.
        case emptyGraph
        /// The graph has another number of inputs or outputs than one.
        case notOneInputAndOutput
        /// An input or output has a type or shape that a network here cannot have.
        case unsupportedInput
        /// The operator is not one that can be read.
        case unsupportedOperator(String)
        /// The operator is known, but not with these inputs or attributes.
        case unsupportedForm(operator: String, supported: String)
        /// The weights lie in another file.
        case externalData
        /// The elements are of a type that is not read; the number is the format's own.
        case unsupportedElementType(Int)
        /// The extents of an array are negative or their product is too large.
        case extentsOutOfRange
        /// An array has another number of elements than its extents say.
        case elementCountMismatch(expected: Int, found: Int)
        /// The shapes of what is combined do not fit.
        case shapeMismatch
        /// A weight is infinite or not a number.
        case nonFiniteWeight
        /// A value depends on itself.
        case cycle
        /// A name is used that nothing defines.
        case undefinedName
        /// A name is defined twice.
        case duplicateName
        /// A mask has another length than its parameter, or drops an element that is not zero.
        case maskMismatch
        /// The file holds a float network, and an integer one was asked for.
        case floatNetwork
        /// The file holds an integer network, and a float one was asked for.
        case integerNetwork
        /// The graph is not the one that its declarations (bits, shifts, edges) describe.
        case declarationMismatch
    }

    public let code: Code
    /// The node, tensor or key, with its operator where there is one; empty for the file as a whole.
    public let place: String

    public init(_ code: Code, at place: String = "") {
        self.code = code
        self.place = place
    }
}

extension ModelFormatError: CustomStringConvertible {
    public var description: String { place.isEmpty ? "\(reason)." : "\(place): \(reason)." }

    private var reason: String {
        switch code {
        case .malformed: "the bytes do not follow the format"
        case .emptyGraph: "the file holds no graph that computes something"
        case .notOneInputAndOutput: "a network has exactly one input and one output"
        case .unsupportedInput:
            "the type or shape is not supported; wanted is a batch axis, then fixed positive extents"
        case .unsupportedOperator(let name):
            "the operator \(name) is not supported; supported are "
                + ONNXOperator.allCases.map(\.rawValue).joined(separator: ", ")
        case .unsupportedForm(let name, let supported): "\(name) is supported only \(supported)"
        case .externalData: "the weights lie in another file; export with the weights inside"
        case .unsupportedElementType(let type): "elements of type \(type) are not supported"
        case .extentsOutOfRange: "the extents are out of range"
        case .elementCountMismatch(let expected, let found): "\(found) elements instead of \(expected)"
        case .shapeMismatch: "the shapes do not fit together"
        case .nonFiniteWeight: "a weight is infinite or not a number"
        case .cycle: "the graph has a cycle"
        case .undefinedName: "nothing defines this name"
        case .duplicateName: "this name is defined twice"
        case .maskMismatch: "the mask does not fit the weights"
        case .floatNetwork: "this is a float network; quantize it first"
        case .integerNetwork: "this is an integer network, where a float network is wanted"
        case .declarationMismatch: "the graph is not the one that its declarations describe"
        }
    }
}
