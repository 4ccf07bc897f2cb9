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

    /// The input's name and shape. Elements are pixels divided by 255.
    public var inputName: ValueName
    public var inputShape: Shape
    public var nodes: [Node]
    public var outputName: ValueName
    public var parameters: OrderedDictionary<String, Parameter>
    /// Free text that travels with the file (`espalier.*` keys are the project's own).
    public var metadata: OrderedDictionary<String, String>

    public init(
        inputName: ValueName, inputShape: Shape, nodes: [Node], outputName: ValueName,
        parameters: OrderedDictionary<String, Parameter>,
        metadata: OrderedDictionary<String, String> = [:]
    ) {
        self.inputName = inputName
        self.inputShape = inputShape
        self.nodes = nodes
        self.outputName = outputName
        self.parameters = parameters
        self.metadata = metadata
    }
}
