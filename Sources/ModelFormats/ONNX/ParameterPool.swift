import NeuralNetworks
import OrderedCollections

/// The parameters that a graph's nodes ask for, each converted once.
struct ParameterPool {
    /// How a stored tensor becomes a parameter.
    struct Request: Hashable {
        var source: String
        var isTransposed = false
        var scale: Float = 1
        var shape: Shape
    }

    /// A file may ask for one tensor many times, scaled in many ways; this bounds what becomes of it.
    private static let mostElements = 1 << 28

    private var names: [Request: String] = [:]
    private var elementCount = 0
    private var parameters: OrderedDictionary<String, Tensor> = [:]

    /// Returns the name of the parameter for a `[rows, columns]` matrix, or its transpose.
    mutating func matrix(
        _ constant: ONNXValue.Constant, isTransposed: Bool, scale: Float
    ) throws(ModelFormatError) -> (name: String, outputs: Int, inputs: Int) {
        let stored = try constant.tensor.extents()
        guard stored.count == 2, stored.allSatisfy({ $0 > 0 }) else {
            throw ModelFormatError(.shapeMismatch, at: constant.name)
        }
        let (outputs, inputs) = isTransposed ? (stored[1], stored[0]) : (stored[0], stored[1])
        let request = Request(
            source: constant.name, isTransposed: isTransposed, scale: scale, shape: [outputs, inputs])
        let name = try self.name(for: request) { () throws(ModelFormatError) in
            let floats = try constant.tensor.floats()
            guard isTransposed else { return floats }
            var transposed: [Float] = []
            transposed.reserveCapacity(floats.count)
            for output in 0..<outputs {
                for input in 0..<inputs { transposed.append(floats[input * outputs + output]) }
            }
            return transposed
        }
        return (name, outputs, inputs)
    }

    /// Returns the name of the parameter for a bias, which may be one number for all outputs.
    mutating func bias(
        _ constant: ONNXValue.Constant, outputs: Int, scale: Float
    ) throws(ModelFormatError) -> String {
        let stored = try constant.tensor.extents()
        guard stored.count <= 2, stored.dropLast().allSatisfy({ $0 == 1 }),
            [1, outputs].contains(stored.last ?? 1)
        else { throw ModelFormatError(.shapeMismatch, at: constant.name) }
        let request = Request(source: constant.name, scale: scale, shape: [outputs])
        return try name(for: request) { () throws(ModelFormatError) in
            let floats = try constant.tensor.floats()
            return floats.count == outputs ? floats : [Float](repeating: floats[0], count: outputs)
        }
    }

    private mutating func name(
        for request: Request, elements: () throws(ModelFormatError) -> [Float]
    ) throws(ModelFormatError) -> String {
        if let name = names[request] { return name }
        elementCount += request.shape.count
        guard elementCount <= Self.mostElements else {
            throw ModelFormatError(.extentsOutOfRange, at: request.source)
        }
        var scaled = try elements()
        if request.scale != 1 { scaled = scaled.map { $0 * request.scale } }
        guard scaled.allSatisfy(\.isFinite) else {
            throw ModelFormatError(.nonFiniteWeight, at: request.source)
        }
        var name = request.source
        var number = 1
        while parameters[name] != nil {
            number += 1
            name = "\(request.source).\(number)"
        }
        names[request] = name
        parameters[name] = Tensor(shape: request.shape, elements: scaled)
        return name
    }

    /// Returns the parameters under their masks: first those in `order`, then the others.
    func finished(
        order: [String], masks: [String: [Bool]]
    ) throws(ModelFormatError) -> OrderedDictionary<String, Parameter> {
        var finished: OrderedDictionary<String, Parameter> = [:]
        for name in order + parameters.keys where finished[name] == nil {
            guard let tensor = parameters[name] else { continue }
            guard let mask = masks[name] else {
                finished[name] = Parameter(tensor)
                continue
            }
            guard mask.count == tensor.elements.count,
                zip(mask, tensor.elements).allSatisfy({ $0 || $1 == 0 })
            else { throw ModelFormatError(.maskMismatch, at: name) }
            finished[name] = Parameter(tensor, mask: mask)
        }
        if let name = masks.keys.first(where: { finished[$0] == nil }) {
            throw ModelFormatError(.undefinedName, at: MaskMetadata.prefix + name)
        }
        return finished
    }
}
