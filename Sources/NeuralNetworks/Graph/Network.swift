public import OrderedCollections

/// A trained float network: a directed acyclic graph of operations, in an order in which every node
/// comes after the nodes that it reads.
public struct Network: Hashable, Sendable {
    /// The name of a value that flows along an edge.
    public typealias ValueName = String

    /// One operation of the graph.
    public struct Node: Hashable, Sendable {
        /// Unique in the network, for messages and regions (`layer1`, `relu1`).
        public var name: String
        public var operation: FloatOperation
        public var inputs: [ValueName]
        public var output: ValueName

        public init(name: String, operation: FloatOperation, inputs: [ValueName], output: ValueName) {
            self.name = name
            self.operation = operation
            self.inputs = inputs
            self.output = output
        }
    }

    public var inputName: ValueName
    /// The shape of what the input transform makes of an image.
    public var inputShape: Shape
    /// What becomes of an image first; elements of the input are its integers as fractions of 0 … 1.
    public var inputTransform: InputTransform
    public var nodes: [Node]
    public var outputName: ValueName
    public var parameters: OrderedDictionary<String, Parameter>
    /// Free text that travels with the file (`espalier.*` keys are the project's own).
    public var metadata: OrderedDictionary<String, String>

    public init(
        inputName: ValueName, inputShape: Shape, inputTransform: InputTransform = InputTransform(),
        nodes: [Node], outputName: ValueName, parameters: OrderedDictionary<String, Parameter>,
        metadata: OrderedDictionary<String, String> = [:]
    ) {
        self.inputName = inputName
        self.inputShape = inputShape
        self.inputTransform = inputTransform
        self.nodes = nodes
        self.outputName = outputName
        self.parameters = parameters
        self.metadata = metadata
    }

    /// Bits of an input element, 1 … 8.
    ///
    /// - Precondition: a new value lies in 1 … 8.
    public var inputBits: Int {
        get { inputTransform.bits }
        set { inputTransform = InputTransform(bits: newValue, boxes: inputTransform.boxes) }
    }
}
