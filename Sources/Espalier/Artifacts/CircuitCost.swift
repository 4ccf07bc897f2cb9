import CircuitFormats
public import NetworkCompiler

/// What a network's circuit costs, for one choice of what is public.
public struct CircuitCost: Codable, Hashable, Sendable {
    public var options: CompileOptions
    public var constraints: Int
    /// In the order of the data.
    public var regions: [CircuitDescription.Region]

    init(_ description: CircuitDescription) {
        options = description.options
        constraints = description.constraints
        regions = description.regions
    }

    init(_ circuit: NetworkCircuit<some InterchangeCurve>) {
        options = circuit.options
        constraints = circuit.circuit.constraintCount
        regions = circuit.costs.map { .init(name: $0.path, constraints: $0.constraints) }
    }

    /// The constraints of every region and their sum, one column per choice.
    static func table(_ costs: [CircuitCost]) -> TextTable {
        var table = TextTable(
            columns: [.init("Region")]
                + costs.map { cost in
                    .init(costs.count == 1 ? "Constraints" : "Weights \(cost.options.weights)", .right)
                })
        var names: [String] = []
        for region in costs.flatMap(\.regions) where !names.contains(region.name) {
            names.append(region.name)
        }
        for name in names {
            let constraints = costs.map { cost in
                cost.regions.reduce(0) { $1.name == name ? $0 + $1.constraints : $0 }
            }
            table.append([name] + constraints.map(NumberText.grouped))
        }
        table.appendRule()
        table.append(["total"] + costs.map { NumberText.grouped($0.constraints) })
        return table
    }
}

extension CircuitDescription {
    /// The constraints of every region and their sum.
    package func table() -> TextTable {
        var table = CircuitCost.table([CircuitCost(self)])
        let products = options.products == .automatic ? "" : ", products \(options.products)"
        table.title =
            "\(curve), weights \(options.weights)\(options.weights == .embedded ? "" : products), "
            + "input \(options.input), answer \(options.output)"
        return table
    }
}
