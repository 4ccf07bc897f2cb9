import FiniteFields

extension DeterminismAudit {
    func report(on state: AuditState<F>) -> AuditReport {
        var order: [AuditReport.Region] = []
        var positions: [String: Int] = [:]
        func position(_ path: String) -> Int {
            if let position = positions[path] { return position }
            positions[path] = order.count
            order.append(.init(path: path))
            return order.count - 1
        }
        var undetermined: [AuditReport.UndeterminedWire] = []
        func add(_ wires: Range<Int>, path: String) {
            let region = position(path)
            for wire in wires {
                if state.ranges[wire] != nil { order[region].ranged += 1 }
                switch state.reasons[wire] {
                case .given: order[region].given += 1
                case .rule(let rule): order[region].derived[rule, default: 0] += 1
                case nil:
                    order[region].undetermined += 1
                    undetermined.append(.init(wire: Wire(wire), region: path, name: name(of: wire)))
                }
            }
        }
        // Every private wire is in one group, and groups are in the order of wires.
        var next = 1
        for group in circuit?.wireGroups ?? [] {
            if next < group.firstWire { add(next..<group.firstWire, path: "") }
            next = group.firstWire + group.count
            add(group.firstWire..<next, path: group.region.map { circuit!.regions[$0].path } ?? "")
        }
        if next < system.wireCount { add(next..<system.wireCount, path: "") }
        return AuditReport(regions: order, undetermined: undetermined)
    }

    private func name(of wire: Int) -> String {
        if let circuit { return circuit.name(of: Wire(wire)) }
        let (outputs, inputs) = (system.publicOutputCount, system.publicCount)
        if wire <= outputs { return "output[\(wire - 1)]" }
        return wire <= inputs ? "input[\(wire - 1 - outputs)]" : "wire[\(wire)]"
    }
}
