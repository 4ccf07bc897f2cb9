/// Attributes of a node and their defaults.
extension ONNXNodeProto {
    init(_ operatorType: String, name: String, inputs: [String], output: String) {
        self.init()
        opType = operatorType
        self.name = name
        input = inputs
        self.output = [output]
    }

    func with(_ attribute: String, _ value: Int) -> ONNXNodeProto {
        var node = self
        var proto = ONNXAttributeProto()
        proto.name = attribute
        proto.type = .int
        proto.i = Int64(value)
        node.attribute.append(proto)
        return node
    }

    func attribute(named name: String) -> ONNXAttributeProto? {
        attribute.first { $0.name == name }
    }

    func integer(_ name: String, default standard: Int) -> Int {
        attribute(named: name).map { Int($0.i) } ?? standard
    }

    func float(_ name: String, default standard: Float) -> Float {
        attribute(named: name).map(\.f) ?? standard
    }

    /// What errors call the node.
    var place: String {
        let called = name.isEmpty ? output.first ?? "" : name
        return "node “\(called)” (\(opType))"
    }
}
