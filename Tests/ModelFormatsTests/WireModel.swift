/// A small ONNX model, `y = x W + c` with two inputs and outputs unless it is changed, written in the wire
/// format of Protocol Buffers by hand.
struct WireModel {
    var nodes: [(type: String, inputs: [String], output: String)] = [("Gemm", ["x", "w", "c"], "y")]
    /// Integer attributes of the node with this output.
    var attributes: [String: [(name: String, value: Int)]] = [:]
    var inputExtents: [Int] = [1, 2]
    var inputType = 1
    var weightExtents: [Int] = [2, 2]
    var weightType = 1
    var weights: [Float] = [1, 2, 3, 4]
    var isExternal = false
    var metadata: [(String, String)] = []

    var bytes: [UInt8] {
        var graph: [UInt8] = []
        for node in nodes {
            graph += field(
                1,
                node.inputs.flatMap { field(1, Array($0.utf8)) } + field(2, Array(node.output.utf8))
                    + field(4, Array(node.type.utf8))
                    + (attributes[node.output] ?? []).flatMap { attribute in
                        field(
                            5,
                            field(1, Array(attribute.name.utf8)) + number(3, attribute.value)
                                + number(20, 2))
                    })
        }
        graph += field(5, tensor("w", weightExtents, type: weightType, weights))
        graph += field(5, tensor("c", [2], type: 1, [-1, 4]))
        graph += field(11, value("x", type: inputType, inputExtents))
        graph += field(12, value("y", type: 1, [1, 2]))
        var model = number(1, 8) + field(7, graph)
        for (key, text) in metadata {
            model += field(14, field(1, Array(key.utf8)) + field(2, Array(text.utf8)))
        }
        return model
    }

    private func tensor(_ name: String, _ extents: [Int], type: Int, _ elements: [Float]) -> [UInt8] {
        let raw = elements.flatMap { element in
            (0..<4).map { UInt8(truncatingIfNeeded: element.bitPattern >> (8 * $0)) }
        }
        return extents.flatMap { number(1, $0) } + number(2, type) + field(8, Array(name.utf8))
            + (isExternal ? number(14, 1) : field(9, raw))
    }

    private func value(_ name: String, type: Int, _ extents: [Int]) -> [UInt8] {
        let shape = extents.flatMap { field(1, number(1, $0)) }
        return field(1, Array(name.utf8)) + field(2, field(1, number(1, type) + field(2, shape)))
    }

    private func field(_ tag: Int, _ bytes: [UInt8]) -> [UInt8] {
        varint(tag << 3 | 2) + varint(bytes.count) + bytes
    }

    private func number(_ tag: Int, _ value: Int) -> [UInt8] { varint(tag << 3) + varint(value) }

    private func varint(_ value: Int) -> [UInt8] {
        var rest = UInt64(bitPattern: Int64(value))
        var bytes: [UInt8] = []
        while rest >= 128 {
            bytes.append(UInt8(rest & 127) | 128)
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }
}
