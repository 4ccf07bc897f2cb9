/// One line of a contract, in both languages.
package struct ContractLine: Hashable, Sendable {
    /// How many blocks the line is in, the contract itself included.
    var depth: Int
    var solidity: String
    var vyper: String

    /// The line with its indentation; Vyper has no block around the contract.
    package func text(in language: ContractLanguage) -> String {
        let (words, depth) = language == .solidity ? (solidity, depth) : (vyper, max(depth - 1, 0))
        return words.isEmpty ? "" : String(repeating: "    ", count: depth) + words
    }
}
