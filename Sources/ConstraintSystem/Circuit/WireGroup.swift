/// Consecutive private wires that were made together: names for messages, without a string per wire.
struct WireGroup: Hashable, Sendable {
    let name: String
    let firstWire: Int
    let count: Int
    /// Index of the innermost region, or nil outside all of them.
    let region: Int?
}
