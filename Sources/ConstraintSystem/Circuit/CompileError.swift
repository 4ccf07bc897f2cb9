/// Why a circuit cannot be made from what is asked for.
public enum CompileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// An integer may leave the range in which its bits are unique in the field.
    case windowTooWide(region: String)
    /// A constraint between constants does not hold: no witness could satisfy the circuit.
    case unsatisfiable(region: String)

    public var description: String {
        switch self {
        case .windowTooWide(let region): "\(region): the values' range is too wide for the field"
        case .unsatisfiable(let region): "\(region): a constraint between constants does not hold"
        }
    }
}
