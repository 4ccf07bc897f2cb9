/// Constants and the arithmetic of shapes, which exporters put in front of `Reshape`.
extension GraphReader {
    mutating func readConstant(_ node: ONNXNodeProto) throws(ModelFormatError) {
        guard let attribute = node.attribute.first, node.attribute.count == 1 else {
            throw ModelFormatError(.malformed, at: node.place)
        }
        var tensor: ONNXTensorProto
        switch attribute.name {
        case "value": tensor = attribute.t
        case "value_float": tensor = ONNXTensorProto(name: "", extents: [], floats: [attribute.f])
        case "value_floats":
            tensor = ONNXTensorProto(name: "", extents: [attribute.floats.count], floats: attribute.floats)
        case "value_int": tensor = ONNXTensorProto(name: "", extents: [], integers: [attribute.i])
        case "value_ints":
            tensor = ONNXTensorProto(name: "", extents: [attribute.ints.count], integers: attribute.ints)
        default: throw unsupported(node, "with numbers or a dense tensor")
        }
        tensor.name = node.output[0]
        values[node.output[0]] = .constant(.init(name: node.output[0], tensor: tensor))
    }

    mutating func readTranspose(_ node: ONNXNodeProto) throws(ModelFormatError) {
        let exchange: [Int64] = [1, 0]
        guard case .constant(var constant) = try value(node, 0), try constant.tensor.extents().count == 2,
            node.attribute(named: "perm").map({ $0.ints == exchange }) ?? true
        else { throw unsupported(node, "of constant matrices") }
        constant.isTransposed.toggle()
        values[node.output[0]] = .constant(constant)
    }

    mutating func readShape(_ node: ONNXNodeProto) throws(ModelFormatError) {
        guard node.attribute.isEmpty else { throw unsupported(node, "of all axes") }
        let input = try activation(node, 0)
        values[node.output[0]] = .extents([.batch] + input.extents.map { .number(Int64($0)) })
    }

    mutating func readGather(_ node: ONNXNodeProto) throws(ModelFormatError) {
        let source = try extents(node, 0)
        var gathered: [ONNXValue.Extent] = []
        for index in try extents(node, 1) {
            guard case .number(let number) = index, node.integer("axis", default: 0) == 0,
                (-Int64(source.count)..<Int64(source.count)).contains(number)
            else { throw unsupported(node, "of entries of a shape") }
            gathered.append(source[Int(number < 0 ? number + Int64(source.count) : number)])
        }
        values[node.output[0]] = .extents(gathered)
    }

    mutating func readConcat(_ node: ONNXNodeProto) throws(ModelFormatError) {
        guard node.integer("axis", default: 0) == 0 else { throw unsupported(node, "of shapes") }
        var joined: [ONNXValue.Extent] = []
        for index in node.input.indices { joined += try extents(node, index) }
        guard joined.count <= 16 else { throw unsupported(node, "of shapes") }
        values[node.output[0]] = .extents(joined)
    }

    /// Returns an input that is a small vector of integers, or one integer.
    func extents(_ node: ONNXNodeProto, _ index: Int) throws(ModelFormatError) -> [ONNXValue.Extent] {
        switch try value(node, index) {
        case .extents(let extents): return extents
        case .constant(let constant):
            let shape = try constant.tensor.extents()
            guard shape.count <= 1, shape.first ?? 1 <= 16 else {
                throw unsupported(node, "with a short vector of integers")
            }
            return try constant.tensor.integers().map { .number($0) }
        case .activation: throw unsupported(node, "with constant shapes")
        }
    }
}
