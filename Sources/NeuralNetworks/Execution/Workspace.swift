/// The values of one batch on its way through a plan, and their gradients on the way back.
struct Workspace: Sendable {
    var values: [Matrix]
    var gradients: [Matrix]

    /// Takes memory for batches of up to `capacity` examples.
    init(_ plan: ExecutionPlan, capacity: Int, forTraining: Bool) {
        values = plan.valueWidths.map { Matrix(rows: capacity, columns: $0) }
        gradients = zip(plan.valueWidths, plan.needsGradient).map { width, needed in
            Matrix(rows: forTraining && needed ? capacity : 0, columns: width)
        }
    }

    /// The examples in use; at most the capacity.
    var rows: Int {
        get { values[0].rows }
        set {
            for index in values.indices { values[index].rows = newValue }
            for index in gradients.indices where !gradients[index].elements.isEmpty {
                gradients[index].rows = newValue
            }
        }
    }

    /// Computes all values from `values[0]`.
    mutating func forward(_ plan: ExecutionPlan, parameters: UnsafeBufferPointer<Float>) {
        for step in plan.steps {
            let inputs = step.inputs.map { values[$0] }
            step.operation.forward(inputs, parameters: parameters, output: &values[step.output])
        }
    }

    /// Adds the loss's gradient with respect to the parameters, from that of the output, which lies in
    /// `gradients.last`. The other gradients of values must be zero, and hold those of the loss afterwards.
    mutating func backward(
        _ plan: ExecutionPlan, parameters: UnsafeBufferPointer<Float>,
        to gradient: UnsafeMutableBufferPointer<Float>
    ) {
        for step in plan.steps.reversed() where plan.needsGradient[step.output] {
            guard let operation = step.operation as? any DifferentiableOperation else {
                preconditionFailure("softmax and argmax take no part in training")
            }
            let inputs = step.inputs.map { values[$0] }
            let outputGradient = gradients[step.output]
            operation.addParameterGradients(
                inputs: inputs, outputGradient: outputGradient, to: gradient)
            for (position, input) in step.inputs.enumerated() where plan.needsGradient[input] {
                operation.addInputGradient(
                    at: position, inputs: inputs, output: values[step.output], outputGradient: outputGradient,
                    parameters: parameters, to: &gradients[input])
            }
        }
    }
}
