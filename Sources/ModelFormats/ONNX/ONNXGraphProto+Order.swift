/// The order of a graph's nodes.
extension ONNXGraphProto {
    /// Returns the nodes that the output needs, each after those that it reads, in the file's order
    /// wherever that is already so.
    ///
    /// Every node takes part in the search for cycles and undefined names, also one that is not needed.
    func orderedNodes() throws(ModelFormatError) -> [ONNXNodeProto] {
        var producers: [String: Int] = [:]
        for (index, node) in node.enumerated() {
            for name in node.output where !name.isEmpty {
                guard producers.updateValue(index, forKey: name) == nil else {
                    throw ModelFormatError(.duplicateName, at: name)
                }
            }
        }
        let given = Set(input.map(\.name) + initializer.map(\.name))
        if let clash = given.first(where: { producers[$0] != nil }) {
            throw ModelFormatError(.duplicateName, at: clash)
        }

        var sources: [[Int]] = []
        for node in node {
            var indices: [Int] = []
            for name in node.input where !name.isEmpty && !given.contains(name) {
                guard let producer = producers[name] else {
                    throw ModelFormatError(.undefinedName, at: name)
                }
                indices.append(producer)
            }
            sources.append(indices)
        }
        let order = try topologicalOrder(sources)

        var isNeeded = [Bool](repeating: false, count: node.count)
        for name in output.map(\.name) {
            if let producer = producers[name] { isNeeded[producer] = true }
        }
        for index in order.reversed() where isNeeded[index] {
            for source in sources[index] { isNeeded[source] = true }
        }
        return order.filter { isNeeded[$0] }.map { node[$0] }
    }

    /// Returns the nodes' indices, sources first. A depth-first search with its own stack, so that a deep
    /// graph cannot exhaust the program's.
    private func topologicalOrder(_ sources: [[Int]]) throws(ModelFormatError) -> [Int] {
        enum State { case new, open, done }
        var states = [State](repeating: .new, count: sources.count)
        var order: [Int] = []
        for root in sources.indices where states[root] == .new {
            var path = [(node: root, next: 0)]
            states[root] = .open
            while let (node, next) = path.last {
                guard next < sources[node].count else {
                    states[node] = .done
                    order.append(node)
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let source = sources[node][next]
                switch states[source] {
                case .done: break
                case .open: throw ModelFormatError(.cycle, at: self.node[source].place)
                case .new:
                    states[source] = .open
                    path.append((source, 0))
                }
            }
        }
        return order
    }
}
