/// A circuit that may have several witnesses for the same inputs.
public struct AuditError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The first wire that no rule reaches.
    public let wire: AuditReport.UndeterminedWire
    /// The number of all such wires.
    public let count: Int

    public var description: String {
        let place = wire.region.isEmpty ? wire.name : "\(wire.region): \(wire.name)"
        let others = count == 1 ? "" : ", nor on \(count - 1) others"
        return "\(place) does not follow from the inputs: a prover may have a choice on it\(others)"
    }
}
