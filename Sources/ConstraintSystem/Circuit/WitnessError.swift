/// Why no witness can be made from these inputs. Names a place, never a value.
public struct WitnessError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: Hashable, Sendable {
        case publicInputCount(expected: Int, given: Int)
        case privateInputCount(expected: Int, given: Int)
        /// An integer does not have the form that its bits are made for.
        case outsideBits(Int)
    }

    public let code: Code
    /// The path of the region; empty outside of all.
    public let region: String
    /// The name of the first wire that gets no value; empty where the inputs' number is wrong.
    public let wire: String

    public var description: String {
        switch code {
        case .publicInputCount(let expected, let given): "expected \(expected) public inputs, got \(given)"
        case .privateInputCount(let expected, let given): "expected \(expected) private inputs, got \(given)"
        case .outsideBits(let width): "\(region.isEmpty ? wire : region): value outside \(width) bits"
        }
    }
}
