/// A circuit that may have several witnesses for the same inputs.
public struct AuditError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The first wire that no rule reaches, an output only if there is no other.
    public let wire: AuditReport.UndeterminedWire
    /// The number of all such wires.
    public let count: Int

    public var description: String {
        let others = count == 1 ? "" : " and \(count - 1) more"
        return
            "wire \(wire.name)\(others) may not follow from what is given: a prover could have a choice there"
    }
}
