import FiniteFields

extension Circuit {
    /// The number of constraints under one path.
    public struct Cost: Hashable, Sendable {
        /// Empty for constraints outside of all regions.
        public let path: String
        public let constraints: Int
    }

    /// Returns the number of constraints under each path of at most `depth` names, in the order in which
    /// the regions were opened. Every constraint is counted once; regions of the same path are one.
    public func costs(depth: Int) -> [Cost] {
        var order: [String] = []
        var counts: [String: Int] = [:]
        func add(_ count: Int, to path: String) {
            if counts[path] == nil { order.append(path) }
            counts[path, default: 0] += count
        }
        // What a region of the greatest depth holds is its own; others keep what no listed child has.
        var own = regions.map { $0.depth <= depth ? $0.constraints.count : 0 }
        var outside = system.constraints.count
        var open: [Int] = []
        for (index, region) in regions.enumerated() where region.depth <= depth {
            open.removeLast(open.count - region.depth + 1)
            if let parent = open.last {
                own[parent] -= region.constraints.count
            } else {
                outside -= region.constraints.count
            }
            open.append(index)
        }
        for (index, region) in regions.enumerated() where region.depth <= depth {
            add(own[index], to: region.path)
        }
        if outside > 0 { add(outside, to: "") }
        return order.map { Cost(path: $0, constraints: counts[$0]!) }
    }

    /// Returns the path of the innermost region that made the constraint; empty outside of all.
    public func region(ofConstraint constraint: Int) -> String {
        // Regions are nested and in the order of opening, so the last that contains it is the innermost.
        regions.last { $0.constraints.contains(constraint) }?.path ?? ""
    }

    /// Returns the path of the region that made the wire; empty outside of all.
    public func region(of wire: Wire) -> String { region(of: wire, in: wireGroups) }

    func region(of wire: Wire, in groups: [WireGroup]) -> String {
        group(of: wire, in: groups)?.region.map { regions[$0].path } ?? ""
    }

    /// Returns a name for messages: `layer1/relu[17]/magnitude[3]`, `output[2]`.
    public func name(of wire: Wire) -> String { name(of: wire, in: wireGroups) }

    func name(of wire: Wire, in groups: [WireGroup]) -> String {
        let index = Int(wire.index)
        if index == 0 { return "one" }
        if index <= system.publicOutputCount { return "output[\(index - 1)]" }
        if index <= system.publicCount { return "input[\(index - 1 - system.publicOutputCount)]" }
        guard let group = group(of: wire, in: groups) else { return "wire[\(index)]" }
        let name = group.count == 1 ? group.name : "\(group.name)[\(index - group.firstWire)]"
        return group.region.map { regions[$0].path + "/" + name } ?? name
    }

    private func group(of wire: Wire, in wireGroups: [WireGroup]) -> WireGroup? {
        var low = 0
        var high = wireGroups.count
        while low < high {
            let middle = (low + high) / 2
            if wireGroups[middle].firstWire <= Int(wire.index) { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let group = wireGroups[low - 1]
        return Int(wire.index) < group.firstWire + group.count ? group : nil
    }
}
