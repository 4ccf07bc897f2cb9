/// Why a vector of integers is no input of a network.
public enum InputError: Error, Hashable, Sendable, CustomStringConvertible {
    case wrongCount(expected: Int, found: Int)
    /// The element at `index` is not an integer of `bits` bits.
    case outOfRange(index: Int, bits: Int)

    public var description: String {
        switch self {
        case .wrongCount(let expected, let found):
            "the network takes \(expected) input elements, this input has \(found)"
        case .outOfRange(let index, let bits):
            "input element \(index) is outside 0 … \((1 << bits) - 1)"
        }
    }
}
