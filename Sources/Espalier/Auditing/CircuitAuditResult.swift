import CircuitFormats
import ConstraintSystem
public import NetworkCompiler

/// What a determinism audit of a file found, as the command line says it.
public struct CircuitAuditResult: Encodable, Hashable, Sendable {
    /// Where it is known which wires are given, and which ranges the verifier checks.
    public enum Basis: String, Encodable, Hashable, Sendable {
        /// The network, which was compiled again: nothing was taken from the file.
        case network
        /// The description beside the circuit, which says what it likes.
        case description
        /// Nobody said anything: the public inputs are given.
        case publicInputs
        /// As many private wires as the header of the .r1cs file says are given too.
        case header
    }

    /// Private wires that were taken as given, of one region and name.
    public struct Given: Encodable, Hashable, Sendable {
        public var region: String
        public var name: String
        public var count: Int
    }

    /// A layer: what was proved of its wires.
    public struct Region: Encodable, Hashable, Sendable {
        /// Empty for public wires, and for circuits without names.
        public var name: String
        public var constraints: Int
        public var given: Int
        /// Wires that follow, by rule.
        public var derived: [String: Int]
        /// Wires with a proved range.
        public var ranged: Int
        public var undetermined: Int
    }

    public var circuit: String
    public var curve: CurveName
    public var options: CompileOptions?
    public var basis: Basis
    /// At most one witness for what is given.
    public var deterministic: Bool
    public var constraints: Int
    public var wires: Int
    public var publicOutputs: Int
    public var publicInputs: Int
    public var givenPrivate: [Given]
    /// What the verifier has to check of the outputs, or the audit says nothing; empty if nothing.
    public var checkedOutputs: [CircuitDescription.Run]
    public var derived: Int
    public var regions: [Region]
    public var undetermined: Int
    /// The first of them by name, wires inside before outputs.
    public var firstUndetermined: [String]
    /// What deletions do, where that was asked for.
    public var mutations: Mutations?

    /// More undetermined wires, and more idle constraints, are counted, not listed.
    static let listLimit = 20
}

extension CircuitAuditResult {
    init<Curve: InterchangeCurve>(_ audit: CircuitAudit<Curve>, _ report: AuditReport) {
        let system = audit.audit.system
        circuit = audit.path
        curve = CurveName(of: Curve.self)
        options = audit.description?.options
        basis = audit.basis
        deterministic = report.isDeterministic
        constraints = system.constraints.count
        wires = system.wireCount
        publicOutputs = system.publicOutputCount
        publicInputs = system.publicInputCount
        givenPrivate = Self.given(
            audit.description?.outline, count: audit.audit.base.count - system.publicInputCount)
        checkedOutputs = Self.runs(audit.audit.outputRanges)
        derived = report.derivedCount
        regions = report.regions(depth: 1).map { region in
            Region(
                name: region.path, constraints: region.constraints, given: region.given,
                derived: Dictionary(uniqueKeysWithValues: region.derived.map { ($0.name, $1) }),
                ranged: region.ranged, undetermined: region.undetermined)
        }
        undetermined = report.undetermined.count
        let outputs = system.publicOutputCount
        let ordered =
            report.undetermined.filter { Int($0.wire.index) > outputs }
            + report.undetermined.filter { Int($0.wire.index) <= outputs }
        firstUndetermined = ordered.prefix(Self.listLimit).map(\.name)
    }

    private static func given(_ outline: CircuitDescription.Outline?, count: Int) -> [Given] {
        guard let outline else {
            return count == 0 ? [] : [Given(region: "", name: "private input", count: count)]
        }
        var order: [Given] = []
        for wires in outline.wires where wires.given {
            let region = String(wires.region.prefix { $0 != "/" })
            if let index = order.firstIndex(where: { $0.region == region && $0.name == wires.name }) {
                order[index].count += wires.count
            } else {
                order.append(Given(region: region, name: wires.name, count: wires.count))
            }
        }
        return order
    }

    private static func runs(_ ranges: [ClosedRange<Int128>]) -> [CircuitDescription.Run] {
        var runs: [CircuitDescription.Run] = []
        for range in ranges {
            let run = CircuitDescription.Run(
                count: 1, lowest: String(range.lowerBound), highest: String(range.upperBound))
            if let last = runs.last, last.lowest == run.lowest, last.highest == run.highest {
                runs[runs.count - 1].count += 1
            } else {
                runs.append(run)
            }
        }
        return runs
    }
}
