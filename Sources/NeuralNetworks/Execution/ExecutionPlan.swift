/// A validated network with names resolved to positions and all parameters in one array.
struct ExecutionPlan: Sendable {
    struct Step: Sendable {
        let operation: any BatchOperation
        let inputs: [Int]
        let output: Int
    }

    /// Elements per example of each value; value 0 is the input, value i + 1 what step i writes.
    let valueWidths: [Int]
    /// Whether a value depends on any parameter; others need no gradient.
    let needsGradient: [Bool]
    let steps: [Step]
    /// The parameters that the steps read, one after the other.
    let parameterRanges: [String: Range<Int>]
    let parameters: [Float]

    /// - Parameter presentsAnswer: whether a final softmax or argmax is kept.
    init(_ network: Network, presentsAnswer: Bool) throws(NetworkError) {
        let shapes = try network.valueShapes()
        var positions = [network.inputName: 0]
        var widths = [network.inputShape.count]
        var needsGradient = [false]
        var ranges: [String: Range<Int>] = [:]
        var parameters: [Float] = []
        var steps: [Step] = []

        func offset(of name: String) -> Int {
            if let range = ranges[name] { return range.lowerBound }
            let elements = network.parameters[name]!.tensor.elements
            ranges[name] = parameters.count..<parameters.count + elements.count
            parameters += elements
            return ranges[name]!.lowerBound
        }

        for node in network.nodes {
            if node.operation.isClassification && !presentsAnswer { continue }
            let inputs = node.inputs.map { positions[$0]! }
            let width = shapes[node.output]!.count
            let operation: any BatchOperation
            switch node.operation {
            case .linear(let weights, let bias):
                operation = LinearOperation(
                    inputCount: widths[inputs[0]], outputCount: width,
                    weightsOffset: offset(of: weights), biasOffset: bias.map(offset))
            case .rectify: operation = RectifyOperation()
            case .square: operation = SquareOperation()
            case .flatten, .reshape: operation = ReshapeOperation()
            case .add: operation = AddOperation()
            case .softmax: operation = SoftmaxOperation()
            case .argmax: operation = ArgmaxOperation()
            }
            let isLinear = operation is LinearOperation
            needsGradient.append(isLinear || inputs.contains { needsGradient[$0] })
            positions[node.output] = widths.count
            steps.append(Step(operation: operation, inputs: inputs, output: widths.count))
            widths.append(width)
        }
        self.valueWidths = widths
        self.needsGradient = needsGradient
        self.steps = steps
        self.parameterRanges = ranges
        self.parameters = parameters
    }

    /// The position of the network's output: the last value.
    var outputPosition: Int { valueWidths.count - 1 }
}
