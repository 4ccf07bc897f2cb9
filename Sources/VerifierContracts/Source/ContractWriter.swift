/// Collects the lines of a contract, each in both languages.
struct ContractWriter {
    private(set) var lines: [ContractLine] = []
    private var depth = 0

    /// Adds a line that reads otherwise in each language.
    mutating func line(_ solidity: String, _ vyper: String) {
        lines.append(ContractLine(depth: depth, solidity: solidity, vyper: vyper))
    }

    mutating func blank() { line("", "") }

    mutating func comment(_ text: String) { line("// " + text, "# " + text) }

    /// Adds a comment in Vyper where Solidity has no word for it, or needs none.
    mutating func decorator(_ vyper: String, solidity comment: String) { line("// " + comment, vyper) }

    mutating func constant(_ name: String, _ value: String, type: String = "uint256") {
        line("\(type) private constant \(name) = \(value);", "\(name): constant(\(type)) = \(value)")
    }

    /// Adds a statement that both languages write in the same way.
    mutating func statement(_ text: String) { line(text + ";", text) }

    mutating func declare(_ name: String, _ value: String, type: String = "uint256") {
        line("\(type) \(name) = \(value);", "\(name): \(type) = \(value)")
    }

    /// Adds a demand, without which the call reverts.
    mutating func require(_ condition: String, _ reason: String) {
        line("require(\(condition), \"\(reason)\");", "assert \(condition), \"\(reason)\"")
    }

    mutating func require(solidity: String, vyper: String, _ reason: String) {
        line("require(\(solidity), \"\(reason)\");", "assert \(vyper), \"\(reason)\"")
    }

    /// Adds a condition and the one line that depends on it.
    mutating func when(_ solidity: String, _ vyper: String, then body: (inout ContractWriter) -> Void) {
        line("if (\(solidity))", "if \(vyper):")
        depth += 1
        body(&self)
        depth -= 1
    }

    /// Adds a condition under which the answer is false.
    mutating func refuse(if solidity: String, _ vyper: String? = nil) {
        when(solidity, vyper ?? solidity) { $0.line("return false;", "return False") }
    }

    /// Adds lines inside a block; its end is a brace in Solidity and an empty line in Vyper.
    mutating func block(
        _ solidity: String, _ vyper: String, end: String = "", body: (inout ContractWriter) -> Void
    ) {
        line(solidity + " {", vyper)
        depth += 1
        body(&self)
        depth -= 1
        line("}", end)
    }

    /// Adds a loop over i = 0 ... `count` − 1.
    mutating func loop(_ count: Int, body: (inout ContractWriter) -> Void) {
        block(
            "for (uint256 i = 0; i < \(count); i++)", "for i: uint256 in range(\(count)):", body: body)
    }
}
