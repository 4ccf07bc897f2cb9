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
        var next = 1 + system.publicCount
        if next > 1 { add(1..<next, path: "") }
        for run in outline?.wires ?? [] {
            add(next..<next + run.count, path: run.region)
            next += run.count
        }
        if next < system.wireCount { add(next..<system.wireCount, path: "") }
        if let outline {
            for run in outline.constraints { order[position(run.region)].constraints += run.count }
        } else {
            order[position("")].constraints = system.constraints.count
        }
        return AuditReport(
            regions: order, undetermined: undetermined, outputCount: system.publicOutputCount)
    }

    private func name(of wire: Int) -> String {
        let (outputs, publics) = (system.publicOutputCount, system.publicCount)
        if wire <= outputs { return "output[\(wire - 1)]" }
        if wire <= publics { return "input[\(wire - 1 - outputs)]" }
        guard let (run, index) = outline?.place(ofPrivateWire: wire - 1 - publics) else {
            return "wire[\(wire)]"
        }
        let name = run.count == 1 ? run.name : "\(run.name)[\(index)]"
        return run.region.isEmpty ? name : "\(run.region)/\(name)"
    }
}
