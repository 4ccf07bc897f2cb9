/// Why a network, or data for it, was refused.
public struct NetworkError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable {
        // The graph.
        case emptyNetwork
        case duplicateName
        case duplicateValue
        case unknownValue
        case wrongInputCount
        case outputNotLast
        case operationNotLast
        case missingParameter
        case parameterShape
        case shapeMismatch
        case notFinite
        case inputBoxes
        case inputTransform
        // Pruning.
        case unknownLayer
        case nothingToPrune
        // Integer networks.
        case shift
        case overflow
        case windowTooNarrow
        // Data.
        case inputShape
        case inputRange
        case tooFewClasses
        case noData
        case noTrainableNode
    }

    public let code: Code
    /// The node, value or parameter that is at fault, or the part of the call.
    public let path: String

    public init(_ code: Code, at path: String) {
        self.code = code
        self.path = path
    }

    public var description: String { "\(path): \(explanation)" }

    private var explanation: String {
        switch code {
        case .emptyNetwork: "a network has at least one node"
        case .duplicateName: "two nodes have this name"
        case .duplicateValue: "two nodes, or a node and the input, write this value"
        case .unknownValue: "no earlier node writes a value that this node reads"
        case .wrongInputCount: "the operation reads another number of values"
        case .outputNotLast: "the network's output is not what its last node writes"
        case .operationNotLast: "this operation may only be the last one"
        case .missingParameter: "the network has no parameter of this name"
        case .parameterShape: "the parameter's shape does not fit the operation"
        case .shapeMismatch: "the shapes of the values do not fit the operation"
        case .notFinite: "holds an infinity or NaN"
        case .inputBoxes: "a box has a side of 2 to 16 that divides the width and the height of the images"
        case .inputTransform: "the input transform makes another number of values than the network reads"
        case .unknownLayer: "the network has no linear layer of this name"
        case .nothingToPrune: "no weights are there that could be pruned in this way"
        case .shift: "a shift lies between 0 and 62"
        case .overflow: "a value could leave the range of exact arithmetic"
        case .windowTooNarrow:
            "a sum can leave the window that is published for it; publish windows again"
        case .inputShape: "the input has another number of elements than the network reads"
        case .inputRange: "an input element is outside its declared range"
        case .tooFewClasses: "the data has more classes than the network answers"
        case .noData: "there are no images"
        case .noTrainableNode: "the network has nothing to train"
        }
    }
}
