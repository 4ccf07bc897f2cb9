public import Groth16

/// Why there is no contract for a key, or no call for a proof.
public enum ContractError: Error, Hashable, Sendable {
    /// The key must not be used.
    case key(KeyError)
    /// The key has points of values that no verifier knows: the registered model has to be put into it first.
    case hiddenWires
    /// The key has no public value, so that a proof would say nothing to a contract.
    case noPublicInputs
    /// No name of a contract: a capital letter, then letters and digits, 64 at most.
    case invalidName
    /// The code would be larger than the EVM takes (EIP-170).
    case tooLarge(bytes: Int, limit: Int)
    /// Another number of public values than the contract takes.
    case wrongInputCount(expected: Int, actual: Int)
    /// A public value lies outside its range.
    case inputOutOfRange(index: Int)
}
