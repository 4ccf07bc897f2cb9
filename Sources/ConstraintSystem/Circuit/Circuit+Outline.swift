extension Circuit {
    /// Returns the names of all constraints and private wires.
    ///
    /// - Parameter given: the wires that the statement takes as given, in any order.
    public func outline(given: [Wire]) -> CircuitOutline {
        CircuitOutline(constraints: constraintRuns, wires: wireRuns(given: given))
    }

    private var constraintRuns: [CircuitOutline.Constraints] {
        var runs: [(region: String, count: Int)] = []
        var next = 0
        func add(upTo end: Int, region: String) {
            guard end > next else { return }
            if let last = runs.last, last.region == region {
                runs[runs.count - 1].count += end - next
            } else {
                runs.append((region, end - next))
            }
            next = end
        }
        // Regions are in the order of opening; those that are open where the next one begins hold it.
        var open: [Region] = []
        for region in regions {
            while let last = open.last, last.depth >= region.depth {
                add(upTo: last.constraints.upperBound, region: last.path)
                open.removeLast()
            }
            add(upTo: region.constraints.lowerBound, region: open.last?.path ?? "")
            open.append(region)
        }
        while let last = open.popLast() { add(upTo: last.constraints.upperBound, region: last.path) }
        add(upTo: system.constraints.count, region: "")
        return runs.map { .init(region: $0.region, count: $0.count) }
    }

    private func wireRuns(given: [Wire]) -> [CircuitOutline.Wires] {
        var isGiven = [Bool](repeating: false, count: system.wireCount)
        for wire in given { isGiven[Int(wire.index)] = true }
        var runs: [CircuitOutline.Wires] = []
        func add(_ count: Int, _ group: WireGroup, isGiven: Bool) {
            let region = group.region.map { regions[$0].path } ?? ""
            if let last = runs.last, last.name == group.name, last.isGiven == isGiven, last.region == region {
                runs[runs.count - 1] = .init(
                    region: region, name: group.name, count: last.count + count, isGiven: isGiven)
            } else {
                runs.append(.init(region: region, name: group.name, count: count, isGiven: isGiven))
            }
        }
        // Every private wire is in one group, and groups are in the order of wires.
        for group in wireGroups {
            var start = group.firstWire
            let end = group.firstWire + group.count
            while start < end {
                let stop = isGiven[start..<end].firstIndex { $0 != isGiven[start] } ?? end
                add(stop - start, group, isGiven: isGiven[start])
                start = stop
            }
        }
        return runs
    }
}
