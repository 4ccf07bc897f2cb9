/// Instance wires of the small circuit.
enum SmallWires {
    static let outputs = [1, 2]
    static let known = 3
    static let accumulators = [4, 5]
    static let committed = [6, 7]
    static let mask = 8
}

/// W by columns, as the third pixel's weights are pruned, b and k.
struct SmallModel {
    var weights: [[Int]] = [[3, -2], [0, 7], [0, 0]]
    var biases = [5, -4]
    var committed = [11, -6]

    static let other = SmallModel(weights: [[1, 1], [-8, 2], [0, 0]], biases: [0, 9], committed: [2, 3])
}
